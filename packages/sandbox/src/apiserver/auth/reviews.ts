import { isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import { badRequest } from '../status/StatusError';
import type { Attributes, Authorizer } from './Authorizer';
import type { User } from './User';

/** A kind that is asked and answered but never stored. @internal */
export interface ReviewType {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly isNamespaced: boolean;
  answer(
    review: JsonObject,
    facts: { user: User; authorizer: Authorizer; namespace?: string },
  ): unknown;
}

const authorization = { group: 'authorization.k8s.io', version: 'v1' };

/** @internal */
export const reviewTypes: readonly ReviewType[] = [
  {
    ...authorization,
    resource: 'selfsubjectaccessreviews',
    kind: 'SelfSubjectAccessReview',
    isNamespaced: false,
    answer: (review, { user, authorizer }) =>
      decide(authorizer, user, specOf(review)),
  },
  {
    ...authorization,
    resource: 'subjectaccessreviews',
    kind: 'SubjectAccessReview',
    isNamespaced: false,
    answer: (review, { authorizer }) =>
      decide(authorizer, subjectOf(specOf(review)), specOf(review)),
  },
  {
    ...authorization,
    resource: 'localsubjectaccessreviews',
    kind: 'LocalSubjectAccessReview',
    isNamespaced: true,
    answer: (review, { authorizer }) =>
      decide(authorizer, subjectOf(specOf(review)), specOf(review)),
  },
  {
    ...authorization,
    resource: 'selfsubjectrulesreviews',
    kind: 'SelfSubjectRulesReview',
    isNamespaced: false,
    answer: (review, { user, authorizer }) =>
      listRules(authorizer, user, specOf(review)),
  },
  {
    group: 'authentication.k8s.io',
    version: 'v1',
    resource: 'selfsubjectreviews',
    kind: 'SelfSubjectReview',
    isNamespaced: false,
    answer: (_review, { user }) => ({
      userInfo: {
        username: user.name,
        ...(user.uid ? { uid: user.uid } : {}),
        groups: user.groups,
        ...(user.extra ? { extra: user.extra } : {}),
      },
    }),
  },
];

function specOf(review: JsonObject): JsonObject {
  return isObject(review.spec) ? review.spec : {};
}

function subjectOf(spec: JsonObject): User {
  if (!spec.user && !spec.groups) {
    throw badRequest(
      'spec.user: Invalid value: at least one of user or group must be specified',
    );
  }
  return {
    name: String(spec.user ?? ''),
    groups: Array.isArray(spec.groups) ? spec.groups.map(String) : [],
  };
}

function decide(authorizer: Authorizer, user: User, spec: JsonObject): unknown {
  return { allowed: authorizer.allows(user, readAttributes(spec)) };
}

function readAttributes(spec: JsonObject): Attributes {
  const { resourceAttributes, nonResourceAttributes } = spec;
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;
  if (isObject(resourceAttributes)) {
    return {
      verb: text(resourceAttributes.verb) ?? '',
      group: text(resourceAttributes.group),
      resource: text(resourceAttributes.resource) ?? '',
      subresource: text(resourceAttributes.subresource),
      namespace: text(resourceAttributes.namespace),
      name: text(resourceAttributes.name),
    };
  }
  if (isObject(nonResourceAttributes)) {
    return {
      verb: text(nonResourceAttributes.verb) ?? '',
      path: text(nonResourceAttributes.path),
    };
  }
  throw badRequest(
    'spec.resourceAttributes: Invalid value: "null": exactly one of nonResourceAttributes or resourceAttributes must be specified',
  );
}

function listRules(
  authorizer: Authorizer,
  user: User,
  spec: JsonObject,
): unknown {
  const rules = authorizer.rulesFor(user, String(spec.namespace ?? ''));
  return {
    incomplete: false,
    resourceRules: rules
      .filter(rule => rule.resources.length > 0)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames.length > 0 ? { resourceNames } : {}),
      })),
    nonResourceRules: rules
      .filter(rule => rule.nonResourceURLs.length > 0)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
  };
}
