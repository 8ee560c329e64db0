import type { JsonObject } from '@backstage/types';
import {
  buildTemplate,
  parsePromise,
  type KratixPromise,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { anyPlatform } from '../anyPlatform';
import { explainNoPromise } from '../files/explainNoPromise';
import { isPromise } from '../files/isPromise';
import { parseDocuments } from '../files/readDocuments';
import type { PreviewState } from './PreviewState';

/**
 * The form of the first Promise of a text; problems take its place where there can be none.
 * @internal
 */
export function readPreview(text: string): Pick<
  PreviewState,
  'form' | 'problems'
> & {
  readonly promise?: KratixPromise;
} {
  const documents = parseDocuments(text);
  const broken = documents.find(document => !document.ok);
  if (broken && !broken.ok) {
    const line = broken.line === undefined ? '' : `Line ${broken.line}: `;
    return { problems: [`${line}${broken.message}`] };
  }
  const objects = documents.map(document => document.ok && document.json);
  const json = objects.find(isPromise);
  if (!json) {
    return { problems: [explainNoPromise(objects)] };
  }
  const parsed = parsePromise(json);
  if (!parsed.ok) {
    return { problems: [parsed.problem.message] };
  }
  const promise = parsed.value;
  const { template, problems } = buildTemplate(promise, anyPlatform('preview'));
  const found = [
    ...(promise.apiProblem ? [promise.apiProblem] : []),
    ...parsed.problems,
    ...problems,
  ].map(({ message }) => message);
  if (!template) {
    const [first = 'Nothing can be ordered from it: it has no API.'] = found;
    return { problems: [...new Set([first, ...found])] };
  }
  const { metadata, spec } = template;
  return {
    promise,
    problems: [...new Set(found)],
    form: {
      title: metadata.title ?? metadata.name,
      description: metadata.description,
      pages: [spec.parameters ?? []].flat() as JsonObject[],
    },
  };
}
