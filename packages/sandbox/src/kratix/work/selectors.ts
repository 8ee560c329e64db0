import { at, recordsOf, textsOf } from '../json/read';

/** The label sets that a Promise asks Destinations to have. @internal */
export function promiseSelectors(
  promiseSpec: unknown,
): readonly Readonly<Record<string, string>>[] {
  return recordsOf(at(promiseSpec, 'destinationSelectors')).map(selector =>
    textsOf(selector.matchLabels),
  );
}

/** Where a selector of a workload group comes from, lowest priority first. @internal */
export type SelectorSource =
  | 'resource-workflow'
  | 'promise-workflow'
  | 'promise';

/** @internal */
export interface GroupSelector {
  matchLabels: Readonly<Record<string, string>>;
  source: SelectorSource;
}

const priority: Readonly<Record<string, number>> = {
  promise: 2,
  'promise-workflow': 1,
};

/** All selectors of a group as one, key by key; the Promise's own win (internal/controller/scheduler.go). @internal */
export function mergedSelector(
  selectors: readonly {
    matchLabels: Readonly<Record<string, string>>;
    source: string;
  }[],
): Record<string, string> {
  return [...selectors]
    .sort((a, b) => (priority[a.source] ?? 0) - (priority[b.source] ?? 0))
    .reduce<Record<string, string>>(
      (merged, { matchLabels }) => ({ ...merged, ...matchLabels }),
      {},
    );
}
