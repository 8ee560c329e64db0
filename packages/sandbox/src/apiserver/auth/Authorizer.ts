import { isObject } from '../json/json';
import type { ObjectStore } from '../storage/ObjectStore';
import type { User } from './User';

/** What somebody wants to do. @internal */
export interface Attributes {
  readonly verb: string;
  readonly group?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** For requests that are not about a resource. */
  readonly path?: string;
}

/** @internal */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

/** @internal */
export interface Authorizer {
  allows(user: User, attributes: Attributes): boolean;
  rulesFor(user: User, namespace: string): readonly PolicyRule[];
}

const everything: PolicyRule = {
  verbs: ['*'],
  apiGroups: ['*'],
  resources: ['*'],
  resourceNames: [],
  nonResourceURLs: ['*'],
};

/** Everybody may do everything: the sandbox's default. @internal */
export const allowAll: Authorizer = {
  allows: () => true,
  rulesFor: () => [everything],
};

const shelf = 'rbac.authorization.k8s.io/';

/**
 * Kubernetes' RBAC over the roles and bindings that are stored.
 * Source of the rules: kubernetes/plugin/pkg/auth/authorizer/rbac/rbac.go.
 * @internal
 */
export class RbacAuthorizer implements Authorizer {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  allows(user: User, attributes: Attributes): boolean {
    return (
      user.groups.includes('system:masters') ||
      this.rulesFor(user, attributes.namespace ?? '').some(rule =>
        covers(rule, attributes),
      )
    );
  }

  rulesFor(user: User, namespace: string): PolicyRule[] {
    const clusterWide = this.#store
      .list(`${shelf}clusterrolebindings`)
      .filter(binding => binds(binding.subjects, user))
      .flatMap(binding => this.#rules(binding.roleRef, ''));
    if (namespace === '') {
      return clusterWide;
    }
    const local = this.#store
      .list(`${shelf}rolebindings`, namespace)
      .filter(binding => binds(binding.subjects, user, namespace))
      .flatMap(binding => this.#rules(binding.roleRef, namespace));
    return [...clusterWide, ...local];
  }

  #rules(roleRef: unknown, namespace: string): PolicyRule[] {
    if (!isObject(roleRef) || typeof roleRef.name !== 'string') {
      return [];
    }
    const role =
      roleRef.kind === 'Role'
        ? this.#store.get(`${shelf}roles`, { namespace, name: roleRef.name })
        : this.#store.get(`${shelf}clusterroles`, { name: roleRef.name });
    const rules = Array.isArray(role?.rules) ? role.rules : [];
    return rules.filter(isObject).map(rule => ({
      verbs: strings(rule.verbs),
      apiGroups: strings(rule.apiGroups),
      resources: strings(rule.resources),
      resourceNames: strings(rule.resourceNames),
      nonResourceURLs: strings(rule.nonResourceURLs),
    }));
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}

function binds(subjects: unknown, user: User, namespace?: string): boolean {
  return (Array.isArray(subjects) ? subjects : []).some(subject => {
    switch (subject?.kind) {
      case 'User':
        return subject.name === user.name;
      case 'Group':
        return user.groups.includes(subject.name);
      case 'ServiceAccount':
        return (
          user.name ===
          `system:serviceaccount:${subject.namespace ?? namespace}:${
            subject.name
          }`
        );
      default:
        return false;
    }
  });
}

function covers(rule: PolicyRule, wanted: Attributes): boolean {
  if (!matches(rule.verbs, wanted.verb)) {
    return false;
  }
  if (wanted.resource === undefined) {
    return rule.nonResourceURLs.some(pattern =>
      pattern.endsWith('*')
        ? (wanted.path ?? '').startsWith(pattern.slice(0, -1))
        : pattern === wanted.path,
    );
  }
  const resource = wanted.subresource
    ? `${wanted.resource}/${wanted.subresource}`
    : wanted.resource;
  return (
    matches(rule.apiGroups, wanted.group ?? '') &&
    (matches(rule.resources, resource) ||
      (wanted.subresource !== undefined &&
        rule.resources.includes(`*/${wanted.subresource}`))) &&
    (rule.resourceNames.length === 0 ||
      rule.resourceNames.includes(wanted.name ?? ''))
  );
}

function matches(allowed: readonly string[], wanted: string): boolean {
  return allowed.includes('*') || allowed.includes(wanted);
}
