import type { PreviewFile } from '../contracts';
import { showHiddenCharacters, showName } from '../names';
import { foldDiff } from './foldDiff';
import { maskDiff } from './maskDiff';
import { namePattern } from './previewNames';

/**
 * What Kratix wrote below the heading of a file.
 * @internal
 */
export interface FileBlock {
  readonly lines: readonly string[];
  /** False when its end is missing. */
  readonly isWhole: boolean;
}

/**
 * A file of a preview as a person may see it, by its right name; undefined where it differs in nothing but
 * the name of the request.
 * @internal
 */
export function toPreviewFile(
  { change, path }: Pick<PreviewFile, 'change' | 'path'>,
  block: FileBlock,
  of: {
    readonly preview: string;
    readonly name: string;
    readonly component?: { readonly promise: string; readonly name: string };
  },
): PreviewFile | undefined {
  const name = of.component?.name ?? of.name;
  const pattern = namePattern(of);
  const lines = toDiffLines(change, block.lines).map(line =>
    line.replace(pattern, name),
  );
  if (change === 'changed' && foldDiff(lines).diff === '') {
    return undefined;
  }
  const { remark, lines: shown } = maskDiff(lines, block);
  const { diff, isCut } = foldDiff(shown);
  return {
    path: showName(path.replace(pattern, name)),
    change,
    diff: [
      ...(remark === undefined ? [] : [` # ${remark}`]),
      ...(diff === '' ? [] : [showHiddenCharacters(diff)]),
    ].join('\n'),
    isCut,
  };
}

/** Kratix shows a file that comes or goes as it is, and only one that changes as a difference. */
function toDiffLines(
  change: PreviewFile['change'],
  block: readonly string[],
): string[] {
  if (change === 'changed') {
    return block.filter(
      (line, index) => index > 1 || !/^(---|\+\+\+) [ab]\//.test(line),
    );
  }
  const sign = change === 'added' ? '+' : '-';
  return block.map(line => `${sign}${line}`);
}
