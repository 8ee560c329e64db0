import { parseAllDocuments } from 'yaml';
import type { KratixPromise, Parsed } from '../model';
import { parsePromise } from './parsePromise';
import { isObject } from './reading/readField';

/**
 * Reads the one Promise of a text in YAML or JSON, as authors keep it in a file; other objects beside it are
 * passed over.
 * @public
 */
export function parsePromiseText(text: string): Parsed<KratixPromise> {
  const documents = [...parseAllDocuments(text, { prettyErrors: false })];
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error) {
    return failed('not-yaml', `This is not YAML: ${error.message}.`);
  }
  const promises = documents
    .map((document): unknown => document.toJS({ maxAliasCount: 100 }))
    .filter(json => isObject(json) && json.kind === 'Promise');
  if (promises.length !== 1) {
    return failed(
      'not-one-promise',
      `There must be one Promise in this text, and there are ${promises.length}.`,
    );
  }
  return parsePromise(promises[0]);
}

function failed(code: string, message: string): Parsed<KratixPromise> {
  return { ok: false, problem: { code, message } };
}
