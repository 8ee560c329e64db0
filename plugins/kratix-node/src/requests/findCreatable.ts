import { ServiceUnavailableError } from '@backstage/errors';
import {
  parseAccessReview,
  refuse,
  tell,
  type PromiseApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { resourcePath } from '../cluster/resourcePath';

/** At once: enough to be quick, too few to be felt by an API server. */
const ABREAST = 8;
/** One question each, at worst. */
const MOST_ASKED = 200;

/**
 * In which namespaces somebody may create requests: asked of the API server, for all of them at first, and of
 * each where that is not allowed. A SelfSubjectRulesReview would be fewer questions, but it may leave out what
 * webhook authorizers allow (Kubernetes API reference, SubjectRulesReviewStatus.incomplete).
 * @internal
 */
export async function findCreatable(
  { group, plural }: Pick<PromiseApi, 'group' | 'plural'>,
  namespaces: readonly string[],
  post: (path: string, body: unknown) => Promise<unknown>,
): Promise<readonly string[]> {
  const isAllowed = async (namespace?: string): Promise<boolean> => {
    const resource = { group, resource: plural, verb: 'create', namespace };
    const answer = await post(path, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: resource },
    });
    const allowed = parseAccessReview(answer);
    if (allowed === undefined) {
      throw refuse(ServiceUnavailableError, tell('refusal.notSaidWhatToOrder'));
    }
    return allowed;
  };
  if (namespaces.length > 1 && (await isAllowed())) {
    return namespaces;
  }
  if (namespaces.length > MOST_ASKED) {
    throw refuse(
      ServiceUnavailableError,
      tell('refusal.tooManyNamespaces', { number: namespaces.length }),
    );
  }
  const allowed: string[] = [];
  for (let start = 0; start < namespaces.length; start += ABREAST) {
    const some = namespaces.slice(start, start + ABREAST);
    const answers = await Promise.all(some.map(name => isAllowed(name)));
    allowed.push(...some.filter((_, index) => answers[index]));
  }
  return allowed;
}

const path = resourcePath({
  group: 'authorization.k8s.io',
  version: 'v1',
  plural: 'selfsubjectaccessreviews',
});
