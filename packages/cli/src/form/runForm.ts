import {
  buildTemplate,
  parsePromise,
  toYaml,
  type Problem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { anyPlatform } from '../anyPlatform';
import { isPromise } from '../files/isPromise';
import { readDocuments } from '../files/readDocuments';
import type { Terminal } from '../Terminal';

/** @internal */
export interface FormOptions {
  readonly platform: string;
}

/**
 * `kratix-portal form`: the Template goes to standard output, everything else to standard error; 1 when
 * there can be no Template.
 * @internal
 */
export async function runForm(
  file: string,
  options: FormOptions,
  terminal: Terminal,
): Promise<number> {
  const documents = await readDocuments(file, terminal);
  const unreadable = documents.find(document => !document.ok);
  if (unreadable && !unreadable.ok) {
    return fail(terminal, file, unreadable.message);
  }
  const promises = documents.flatMap(document =>
    document.ok && isPromise(document.json) ? [document.json] : [],
  );
  if (promises.length !== 1) {
    return fail(
      terminal,
      file,
      `It must hold one Promise, but it holds ${promises.length}.`,
    );
  }
  const parsed = parsePromise(promises[0]);
  if (!parsed.ok) {
    return fail(terminal, file, parsed.problem.message);
  }
  const { template, problems } = buildTemplate(
    parsed.value,
    anyPlatform(options.platform),
  );
  if (!template) {
    return fail(
      terminal,
      file,
      problems[0]?.message ?? 'Nothing can be ordered from it: no spec.api.',
    );
  }
  warn(terminal, file, [...parsed.problems, ...problems]);
  terminal.stdout.write(toYaml(template));
  return 0;
}

function warn(
  terminal: Terminal,
  file: string,
  problems: readonly Problem[],
): void {
  for (const { message } of problems) {
    terminal.stderr.write(`${file}: ${message}\n`);
  }
}

function fail(terminal: Terminal, file: string, message: string): number {
  terminal.stderr.write(`${file}: ${message}\n`);
  return 1;
}
