import { isPromise } from '../files/isPromise';
import { readDocuments } from '../files/readDocuments';
import type { Terminal } from '../Terminal';
import { checkPromise, type Finding, type PromiseReport } from './checkPromise';
import { printReports } from './printReports';

/** @internal */
export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly strict: boolean;
}

/**
 * What was found in one document of one file.
 * @public
 */
export interface FileReport extends PromiseReport {
  readonly file: string;
  readonly line?: number;
}

/**
 * `kratix-portal check`: 1 when an error was found, or a warning with `--strict`.
 * @internal
 */
export async function runCheck(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const reports: FileReport[] = [];
  for (const file of files) {
    reports.push(...(await checkFile(file, terminal)));
  }
  terminal.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ reports }, undefined, 2)}\n`
      : printReports(reports),
  );
  const found = new Set(
    reports.flatMap(({ findings }) => findings.map(({ severity }) => severity)),
  );
  const isFailed =
    found.has('error') || (options.strict && found.has('warning'));
  return isFailed ? 1 : 0;
}

async function checkFile(
  file: string,
  terminal: Terminal,
): Promise<FileReport[]> {
  const documents = await readDocuments(file, terminal);
  const reports = documents.flatMap((document): FileReport[] => {
    const { line } = document;
    if (!document.ok) {
      return [{ file, line, findings: [unreadable(document.message)] }];
    }
    return isPromise(document.json)
      ? [{ file, line, ...checkPromise(document.json) }]
      : [];
  });
  return reports.length > 0 ? reports : [{ file, findings: [noPromise] }];
}

const noPromise: Finding = {
  severity: 'error',
  code: 'no-promise',
  message: 'There is no Promise in this file.',
};

function unreadable(message: string): Finding {
  return { severity: 'error', code: 'unreadable-file', message };
}
