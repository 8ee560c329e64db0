import { useState } from 'react';
import {
  matchesLabels,
  parseLabelSelector,
  type RolloutRequestResponse,
  type RolloutResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Where requests are to go, and which of them.
 * @internal
 */
export interface RolloutChoice {
  /** A version, or `latest`. */
  readonly version: string;
  readonly batchSize: number;
  readonly labels: string;
  /** Like `team-a/cache`. */
  readonly names: ReadonlySet<string>;
}

/** @internal */
export function useRolloutChoice({ versions }: RolloutResponse) {
  const [choice, setChoice] = useState<RolloutChoice>({
    version: versions[0]?.version ?? '',
    batchSize: 5,
    labels: '',
    names: new Set(),
  });
  const choose = (changes: Partial<RolloutChoice>) =>
    setChoice(before => ({ ...before, ...changes }));
  return { choice, choose };
}

/** @internal */
export function nameOf({
  namespace,
  name,
}: Pick<RolloutRequestResponse, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

/**
 * The requests with the labels that are asked for, or the part of the selector that is none.
 * @internal
 */
export function filterByLabels(
  requests: readonly RolloutRequestResponse[],
  labels: string,
): { requests: readonly RolloutRequestResponse[]; wrong?: string } {
  const parsed = parseLabelSelector(labels);
  return parsed.ok
    ? {
        requests: requests.filter(request =>
          matchesLabels(request.labels, parsed.selector),
        ),
      }
    : { requests, wrong: parsed.part };
}

/**
 * Whether a request runs the version that is chosen.
 * @internal
 */
export function isThere(
  { applied, failed }: RolloutRequestResponse,
  { version }: Pick<RolloutChoice, 'version'>,
  versions: RolloutResponse['versions'],
): boolean {
  const resolved =
    version === 'latest'
      ? versions.find(({ isLatest }) => isLatest)?.version
      : version;
  return applied === resolved && failed === undefined;
}
