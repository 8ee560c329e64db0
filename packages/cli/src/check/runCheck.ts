import type { JsonObject } from '@backstage/types';
import { explainNoPromise } from '../files/explainNoPromise';
import { isJsonObject } from '../files/isJsonObject';
import { isPromise } from '../files/isPromise';
import { readDocuments, type SourceDocument } from '../files/readDocuments';
import { checkRequest } from '../requests/checkRequest';
import { findApi } from '../requests/findApi';
import { describeRequest } from '../requests/describeRequest';
import type { Terminal } from '../Terminal';
import { checkPromise, type PromiseReport } from './checkPromise';
import type { Finding } from './Finding';
import { printReports, type ReportFormat } from './printReports';

/** @internal */
export interface CheckOptions {
  readonly output: ReportFormat;
  readonly strict: boolean;
}

/**
 * What was found in one document of one file.
 * @public
 */
export interface FileReport extends PromiseReport {
  readonly file: string;
  readonly line?: number;
  /** Which request it is about, like `Cache team-a/orders`. */
  readonly request?: string;
}

interface FileDocuments {
  readonly file: string;
  readonly documents: readonly SourceDocument[];
}

/**
 * `kratix-portal check`: 1 when an error was found, or a warning with `--strict`; 2 when a file is not there.
 * @internal
 */
export async function runCheck(
  names: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const files: FileDocuments[] = [];
  for (const file of names) {
    files.push({ file, documents: await readDocuments(file, terminal) });
  }
  const promises = files.flatMap(({ documents }) =>
    documents.flatMap(document =>
      document.ok && isPromise(document.json) ? [document.json] : [],
    ),
  );
  const reports = files.flatMap((each, index) =>
    checkFile(each, promises, index === 0),
  );
  terminal.stdout.write(printReports(reports, options.output));
  return toExitCode(
    reports.flatMap(({ findings }) => findings),
    options,
  );
}

function toExitCode(
  findings: readonly Finding[],
  { strict }: CheckOptions,
): number {
  const found = new Set(findings.map(({ severity }) => severity));
  if (findings.some(({ code }) => code === 'unreadable-file')) {
    return 2;
  }
  return found.has('error') || (strict && found.has('warning')) ? 1 : 0;
}

function checkFile(
  { file, documents }: FileDocuments,
  promises: readonly unknown[],
  isFirst: boolean,
): FileReport[] {
  const reports = documents.flatMap((document): FileReport[] => {
    const { line } = document;
    if (!document.ok) {
      return [{ file, line, findings: [unreadable(document)] }];
    }
    if (isPromise(document.json)) {
      return [{ file, line, ...checkPromise(document.json) }];
    }
    return toReport(document.json, promises, isFirst).map(report => ({
      file,
      line,
      ...report,
    }));
  });
  const objects = documents.flatMap(document =>
    document.ok ? [document.json] : [],
  );
  const isUnread = documents.some(({ ok }) => !ok);
  if (isUnread || (reports.length > 0 && (!isFirst || promises.length > 0))) {
    return reports;
  }
  return [...reports, { file, findings: [nothing(isFirst, objects)] }];
}

/** A file of Promises often holds other objects beside them, which are not meant. */
function toReport(
  json: unknown,
  promises: readonly unknown[],
  isFirst: boolean,
): { request: string; findings: readonly Finding[] }[] {
  if (!isJsonObject(json)) {
    return isFirst ? [] : [{ request: 'something', findings: [noObject] }];
  }
  const found = findApi(json, promises);
  if (!found.ok) {
    return isFirst
      ? []
      : [
          {
            request: describeRequest(json),
            findings: [foreign(json, found.message)],
          },
        ];
  }
  return [
    {
      request: describeRequest(json),
      findings: checkRequest(json, found.api),
    },
  ];
}

function nothing(isFirst: boolean, objects: readonly unknown[]): Finding {
  return isFirst
    ? {
        severity: 'error',
        code: 'no-promise',
        message: explainNoPromise(objects),
      }
    : {
        severity: 'error',
        code: 'no-request',
        message: 'There is no request in this file: it is empty.',
      };
}

const noObject: Finding = {
  severity: 'error',
  code: 'no-request',
  message: 'This is no Kubernetes object.',
};

function foreign({ apiVersion }: JsonObject, message: string): Finding {
  const isVersion = message.startsWith('Version');
  return {
    severity: 'error',
    code: 'no-such-api',
    message,
    path: isVersion || apiVersion === undefined ? 'apiVersion' : 'kind',
    advice: 'Look at apiVersion and kind.',
  };
}

/** Without a line it is the file itself that is not there. */
function unreadable({
  line,
  message,
}: Extract<SourceDocument, { ok: false }>): Finding {
  const code = line === undefined ? 'unreadable-file' : 'not-yaml';
  return { severity: 'error', code, message };
}
