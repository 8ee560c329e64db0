import { lineDiff } from './lineDiff';

type Files = Readonly<Record<string, string>>;

/** What one pipeline would change. @internal */
export interface PipelineChange {
  pipeline: string;
  live: Files;
  next: Files;
}

/** What a part of a compound request would change. @internal */
export interface ComponentSummary {
  promise: string;
  request: string;
  body: string;
}

/** The Markdown of a preview (internal/controller/dryrun_controller.go `writeSummary`). @internal */
export function renderSummary(options: {
  promise: string;
  request: string;
  changes: readonly PipelineChange[];
  components: readonly ComponentSummary[];
}): string {
  const { changes, components } = options;
  const title = '# Kratix Dry Run Summary\n\n';
  if (components.length === 0) {
    return `${title}${changes
      .map(
        change =>
          `## Pipeline: \`${change.pipeline}\`\n\n${renderChange(change)}`,
      )
      .join('\n---\n\n')}`;
  }
  return [
    `${title}## Compound request: \`${options.promise}\` / \`${options.request}\`\n\n`,
    ...changes.map(
      change =>
        `### Pipeline: \`${change.pipeline}\`\n\n${renderChange(change)}\n`,
    ),
    ...components.map(
      ({ promise, request, body }) =>
        `\n---\n\n## Component request: \`${promise}\` / \`${request}\`\n\n${body}`,
    ),
  ].join('');
}

function renderChange({ live, next }: PipelineChange): string {
  const added = paths(next).filter(path => !(path in live));
  const removed = paths(live).filter(path => !(path in next));
  const modified = paths(next).filter(
    path => path in live && live[path] !== next[path],
  );
  const counts = `**${added.length} added · ${modified.length} modified · ${removed.length} removed**\n`;
  if (added.length + modified.length + removed.length === 0) {
    return `${counts}\nNo changes.\n`;
  }
  return [
    counts,
    ...added.map(path => whole('➕ Added', path, next[path] ?? '')),
    ...modified.map(path => diffed(path, live[path] ?? '', next[path] ?? '')),
    ...removed.map(path => whole('🗑️ Removed', path, live[path] ?? '')),
  ].join('');
}

function whole(title: string, path: string, text: string): string {
  return `\n---\n\n## ${title}: \`${path}\`\n\n\`\`\`yaml\n${text.replace(
    /\n+$/,
    '',
  )}\n\`\`\`\n`;
}

function diffed(path: string, before: string, after: string): string {
  const diff = `--- a/${path}\n+++ b/${path}\n${lineDiff(before, after)}`;
  return `\n---\n\n## ✏️ Modified: \`${path}\`\n\n\`\`\`diff\n${diff}\`\`\`\n`;
}

function paths(files: Files): readonly string[] {
  return Object.keys(files).sort();
}
