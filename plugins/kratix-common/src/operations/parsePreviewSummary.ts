import type { PreviewFile, PreviewSection } from '../contracts';
import { showHiddenCharacters, showName } from '../names';
import { toPreviewFile, type FileBlock } from './toPreviewFile';

/** What is read of a summary at most; it comes from a cluster. */
const limits = { files: 500, notes: 20, noteLength: 1_000 };

/**
 * Reads the Markdown in which Kratix sums a preview up (kratix-domain 5; internal/controller/
 * dryrun_controller.go `writeSummary`, `dryRunRenderDiff` at ae170e22). What it does not know is left out.
 *
 * The preview runs under a name of its own, which shows up wherever a pipeline writes the name of the request
 * (docs/kratix-observed.md, 17). That is no change that anybody asked for, so the name is put right, and a
 * file that differs in nothing else is left out. Values of Secrets are masked, and characters that cannot be seen
 * are written out.
 * @public
 */
export function parsePreviewSummary(
  text: string,
  preview: { readonly preview: string; readonly name: string },
): PreviewSection[] {
  const lines = text.split('\n');
  const sections: Draft[] = [];
  let component: Draft['component'];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const heading = readHeading(line);
    switch (heading?.type) {
      case 'compound':
        component = undefined;
        break;
      case 'component':
        component = { promise: heading.promise, name: heading.name };
        sections.push({ component, files: [], notes: [] });
        break;
      case 'pipeline':
        sections.push({
          pipeline: heading.name,
          component,
          files: [],
          notes: [],
        });
        break;
      case 'file': {
        const block = readBlock(lines, index + 1);
        const file = toPreviewFile(heading, block, { ...preview, component });
        if (file && countFiles(sections) < limits.files) {
          sections.at(-1)?.files.push(file);
        }
        index = block.end;
        break;
      }
      default:
        addNote(sections.at(-1), line);
    }
  }
  return sections.filter(
    ({ component: part, pipeline, notes }) =>
      pipeline !== undefined || notes.length > 0 || part === undefined,
  );
}

interface Draft {
  readonly pipeline?: string;
  readonly component?: { readonly promise: string; readonly name: string };
  readonly files: PreviewFile[];
  readonly notes: string[];
}

type Heading =
  | { readonly type: 'compound' }
  | { readonly type: 'pipeline'; readonly name: string }
  | {
      readonly type: 'component';
      readonly promise: string;
      readonly name: string;
    }
  | {
      readonly type: 'file';
      readonly change: PreviewFile['change'];
      readonly path: string;
    };

const changes = {
  Added: 'added',
  Modified: 'changed',
  Removed: 'removed',
} as const;

function readHeading(line: string): Heading | undefined {
  const pipeline = line.match(/^#{2,3} Pipeline: `(.+)`$/);
  if (pipeline?.[1]) {
    return { type: 'pipeline', name: showName(pipeline[1]) };
  }
  const request = line.match(
    /^## (Compound|Component) request: `(.+?)` \/ `(.*)`$/,
  );
  if (request?.[1] === 'Component' && request[2]) {
    return { type: 'component', promise: request[2], name: request[3] ?? '' };
  }
  if (request) {
    return { type: 'compound' };
  }
  const file = line.match(/^## \S+ (Added|Modified|Removed): `(.+)`$/);
  return file && isChange(file[1]) && file[2]
    ? { type: 'file', change: changes[file[1]], path: file[2] }
    : undefined;
}

function isChange(word: string | undefined): word is keyof typeof changes {
  return word !== undefined && Object.hasOwn(changes, word);
}

/**
 * The lines between the fences, and where the closing one is. A file may hold such a fence itself, so the
 * closing one is that which is followed by what Kratix writes next.
 */
function readBlock(
  lines: readonly string[],
  from: number,
): FileBlock & { readonly end: number } {
  const start = lines.findIndex(
    (line, index) => index >= from && line.startsWith('```'),
  );
  if (start === -1) {
    return { lines: [], end: from, isWhole: false };
  }
  for (let end = start + 1; end < lines.length; end += 1) {
    if (lines[end] === '```' && isEndOfBlock(lines, end)) {
      return { lines: lines.slice(start + 1, end), end, isWhole: true };
    }
  }
  return { lines: lines.slice(start + 1), end: lines.length, isWhole: false };
}

function isEndOfBlock(lines: readonly string[], end: number): boolean {
  const next = lines
    .slice(end + 1, end + 8)
    .find(line => line !== '' && line !== '---');
  return next === undefined || readHeading(next) !== undefined;
}

function addNote(section: Draft | undefined, line: string): void {
  if (section && line.startsWith('> ') && section.notes.length < limits.notes) {
    section.notes.push(
      showHiddenCharacters(
        line.slice(2).replace(/\*\*/g, '').slice(0, limits.noteLength),
      ),
    );
  }
}

function countFiles(sections: readonly Draft[]): number {
  return sections.reduce((sum, { files }) => sum + files.length, 0);
}
