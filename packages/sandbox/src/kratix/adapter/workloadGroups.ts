import type { DirectorySelector } from '../behaviour/behaviour';
import { md5 } from '../text/md5';
import { encodeContent } from '../work/content';
import type { GroupSelector, SelectorSource } from '../work/selectors';

/** @internal */
export interface WorkloadGroup {
  directory: string;
  id: string;
  workloads: readonly { filepath: string; content: string }[];
  destinationSelectors?: readonly GroupSelector[];
}

/** @internal */
export interface GroupingOptions {
  files: Readonly<Record<string, string>>;
  /** Of the Promise itself. */
  promiseSelectors: readonly Readonly<Record<string, string>>[];
  /** Of the pipeline. */
  directorySelectors: readonly DirectorySelector[];
  source: SelectorSource;
}

/** Splits a pipeline's files as work-creator does (work-creator/lib/work_creator.go `Execute`). @internal */
export function buildWorkloadGroups(
  options: GroupingOptions,
): readonly WorkloadGroup[] {
  const { files, directorySelectors, source } = options;
  const own = directorySelectors.filter(({ directory }) => !isRoot(directory));
  const inDirectory = (path: string, directory: string) =>
    path.startsWith(`${directory}/`);
  const groups = own.map(({ directory, matchLabels }) =>
    group(
      directory,
      pick(files, path => inDirectory(path, directory)),
      [{ matchLabels, source }],
    ),
  );
  const rest = pick(
    files,
    path => !own.some(({ directory }) => inDirectory(path, directory)),
  );
  return Object.keys(rest).length === 0
    ? groups
    : [...groups, group('.', rest, rootSelectors(options))];
}

function rootSelectors(options: GroupingOptions): readonly GroupSelector[] {
  const root = options.directorySelectors.find(({ directory }) =>
    isRoot(directory),
  );
  const merged = Object.assign({}, ...options.promiseSelectors) as Record<
    string,
    string
  >;
  return [
    ...(root
      ? [{ matchLabels: root.matchLabels, source: options.source }]
      : []),
    ...(options.promiseSelectors.length > 0
      ? [{ matchLabels: merged, source: 'promise' as const }]
      : []),
  ];
}

function group(
  directory: string,
  files: Readonly<Record<string, string>>,
  selectors: readonly GroupSelector[],
): WorkloadGroup {
  return {
    directory,
    id: md5(directory),
    workloads: Object.keys(files)
      .sort()
      .map(filepath => ({
        filepath,
        content: encodeContent(files[filepath] ?? ''),
      })),
    ...(selectors.length > 0 && { destinationSelectors: selectors }),
  };
}

function pick(
  files: Readonly<Record<string, string>>,
  isWanted: (path: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => isWanted(path)),
  );
}

function isRoot(directory: string): boolean {
  return directory === '' || directory === '.' || directory === '/';
}
