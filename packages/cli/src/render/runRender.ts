import {
  buildPromiseEntities,
  parsePromise,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { anyPlatform } from '../anyPlatform';
import { explainNoPromise } from '../files/explainNoPromise';
import { isPromise } from '../files/isPromise';
import { readDocuments } from '../files/readDocuments';
import { complain } from '../output/complain';
import { printObjects, type OutputFormat } from '../output/printObjects';
import type { Terminal } from '../Terminal';

/** @internal */
export interface RenderOptions {
  readonly platform: string;
  readonly output: OutputFormat;
}

/**
 * `kratix-portal render`: what the catalog will hold for the Promises of a file. What is wrong goes to
 * standard error; 1 when a Promise cannot be read, or its API cannot be used.
 * @internal
 */
export async function runRender(
  file: string,
  options: RenderOptions,
  terminal: Terminal,
): Promise<number> {
  const documents = await readDocuments(file, terminal);
  const unreadable = documents.find(document => !document.ok);
  if (unreadable && !unreadable.ok) {
    complain(terminal, file, unreadable.message);
    return unreadable.line === undefined ? 2 : 1;
  }
  const objects = documents.map(document => document.ok && document.json);
  const promises = objects.filter(isPromise);
  if (promises.length === 0) {
    complain(terminal, file, explainNoPromise(objects));
    return 1;
  }
  const rendered = promises.map(json => render(json, options.platform));
  for (const { messages } of rendered) {
    messages.forEach(message => complain(terminal, file, message));
  }
  terminal.stdout.write(
    printObjects(
      rendered.flatMap(({ entities }) => entities),
      options.output,
    ),
  );
  return rendered.some(({ isUsable }) => !isUsable) ? 1 : 0;
}

function render(
  json: unknown,
  platformName: string,
): { entities: readonly object[]; messages: string[]; isUsable: boolean } {
  const parsed = parsePromise(json);
  if (!parsed.ok) {
    return {
      entities: [],
      messages: [parsed.problem.message],
      isUsable: false,
    };
  }
  const { apiProblem } = parsed.value;
  const { entities, problems } = buildPromiseEntities(
    parsed.value,
    anyPlatform(platformName),
  );
  const messages = [
    ...(apiProblem ? [apiProblem] : []),
    ...parsed.problems,
    ...problems,
  ].map(({ message }) => message);
  return {
    entities,
    messages: [...new Set(messages)],
    isUsable: apiProblem === undefined,
  };
}
