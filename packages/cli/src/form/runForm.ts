import type { JsonObject } from '@backstage/types';
import type { Finding } from '../check/Finding';
import { explainNoPromise } from '../files/explainNoPromise';
import { isJsonObject } from '../files/isJsonObject';
import { isPromise } from '../files/isPromise';
import { readDocuments } from '../files/readDocuments';
import { complain } from '../output/complain';
import { printObjects, type OutputFormat } from '../output/printObjects';
import { checkRequest } from '../requests/checkRequest';
import { findApi } from '../requests/findApi';
import type { Terminal } from '../Terminal';
import { submitForm } from './submitForm';

/** @internal */
export interface FormOptions {
  readonly values: string;
  readonly output: OutputFormat;
}

/**
 * `kratix-portal form`: what submitting the form with the values of requests would send. The objects go to
 * standard output, everything else to standard error; 1 when a form would not be submitted.
 * @internal
 */
export async function runForm(
  file: string,
  options: FormOptions,
  terminal: Terminal,
): Promise<number> {
  if (file === '-' && options.values === '-') {
    complain(terminal, '-', 'Only one of the two can be standard input.');
    return 2;
  }
  const source = await readObjects(file, terminal);
  const values = await readObjects(options.values, terminal);
  if (!source.ok || !values.ok) {
    return (
      (!source.ok && source.exitCode) || (!values.ok && values.exitCode) || 1
    );
  }
  const promises = source.objects.filter(isPromise);
  if (promises.length === 0) {
    complain(terminal, file, explainNoPromise(source.objects));
    return 1;
  }
  // One stream often holds the Promise and its requests.
  const requests = values.objects
    .filter(isJsonObject)
    .filter(object => !isPromise(object));
  if (requests.length === 0) {
    complain(terminal, options.values, 'There is no request in this file.');
    return 1;
  }
  const outcomes = requests.map(request => submit(request, promises));
  for (const { messages } of outcomes) {
    messages.forEach(message => complain(terminal, options.values, message));
  }
  const sent = outcomes
    .map(outcome => outcome.sent)
    .filter(object => object !== undefined);
  if (sent.length > 0) {
    terminal.stdout.write(printObjects(sent, options.output));
  }
  return sent.length === outcomes.length ? 0 : 1;
}

interface Outcome {
  /** Absent when the form is not submitted. */
  readonly sent?: JsonObject;
  readonly messages: readonly string[];
}

function submit(request: JsonObject, promises: readonly unknown[]): Outcome {
  const found = findApi(request, promises);
  if (!found.ok) {
    return { messages: [found.message] };
  }
  const findings = checkRequest(request, found.api);
  const isRefused = findings.some(isError);
  const messages = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ message }) => message);
  if (isRefused) {
    return { messages };
  }
  const { sent, complaints } = submitForm(request, found.api);
  return {
    sent,
    messages: [
      ...messages,
      ...complaints.map(text => `the form complains: ${text}`),
    ],
  };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

type Objects =
  | { readonly ok: true; readonly objects: readonly unknown[] }
  | { readonly ok: false; readonly exitCode: number };

async function readObjects(file: string, terminal: Terminal): Promise<Objects> {
  const documents = await readDocuments(file, terminal);
  const objects: unknown[] = [];
  for (const document of documents) {
    if (!document.ok) {
      complain(terminal, file, document.message);
      return { ok: false, exitCode: document.line === undefined ? 2 : 1 };
    }
    objects.push(document.json);
  }
  return { ok: true, objects };
}
