import type { NamespacesResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Live } from '../../hooks';
import type { Translate } from '../../translation';
import { findLabelProblem } from '../dnsLabel';
import { isWithheld } from './isWithheld';

/**
 * What helps to choose a namespace now; undefined when the suggestions say it all.
 * @internal
 */
export function describeNamespaces(
  live: Live<NamespacesResponse>,
  chosen: { platform: string; namespace: string | undefined },
  t: Translate,
): string | undefined {
  const { platform, namespace } = chosen;
  switch (live.state) {
    case 'loading':
      return t('field.namespacesLoading');
    case 'failed':
      return live.problem.kind === 'forbidden'
        ? t('field.namespacesForbidden')
        : t('field.namespacesUnknown');
    case 'known':
      return describeKnown(live.value, { platform, namespace }, t);
    default:
      return live satisfies never;
  }
}

function describeKnown(
  known: NamespacesResponse,
  { platform, namespace = '' }: { platform: string; namespace?: string },
  t: Translate,
): string | undefined {
  const { namespaces, isComplete, withheld = 0, unjudged } = known;
  if (!isComplete) {
    return t('field.namespacesMore');
  }
  if (namespaces.length === 0) {
    return t(
      withheld > 0 ? 'field.namespacesNotYours' : 'field.namespacesNone',
      { platform },
    );
  }
  const isAName = namespace && !findLabelProblem(namespace);
  // While somebody types, the beginning of a name is no mistake yet.
  const isBegun = namespaces.some(name => name.startsWith(namespace));
  if (isAName && !isBegun) {
    return t(
      isWithheld(known, namespace)
        ? 'field.namespaceNotYours'
        : 'field.namespaceNotListed',
      { platform, namespace },
    );
  }
  if (unjudged !== undefined) {
    return t('field.namespacesUnjudged', { reason: unjudged });
  }
  if (namespaces.length > 1 || namespaces[0] !== namespace) {
    return undefined;
  }
  return t(withheld > 0 ? 'field.namespaceOnlyYours' : 'field.namespaceOnly');
}
