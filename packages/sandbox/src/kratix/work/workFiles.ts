import type { KubeObject } from '../../apiserver/cluster';
import { at, recordsOf, textOf } from '../json/read';
import { decodeContent } from './content';

/** The files of a Work by path, decoded. @internal */
export function workFiles(
  work: KubeObject | undefined,
): Record<string, string> {
  const workloads = recordsOf(at(work?.spec, 'workloadGroups')).flatMap(
    ({ workloads: group }) => recordsOf(group),
  );
  return Object.fromEntries(
    workloads.map(({ filepath, content }) => [
      textOf(filepath) ?? '',
      decodeContent(textOf(content) ?? '') ?? '',
    ]),
  );
}
