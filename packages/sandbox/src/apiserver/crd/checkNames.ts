import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import { isObject } from '../json/json';
import type { CrdNames } from './CustomResourceDefinition';

/** @internal */
export const dns1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
/** @internal */
export const dns1035Rule =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

/** `spec.names` of a CRD. @internal */
export function checkNames(names: CrdNames | undefined): FieldError[] {
  const field = 'spec.names';
  if (!isObject(names)) {
    return [
      { type: 'Required', field: `${field}.plural` },
      { type: 'Required', field: `${field}.kind` },
    ];
  }
  const errors: FieldError[] = [];
  for (const key of ['plural', 'kind'] as const) {
    if (!names[key]) {
      errors.push({ type: 'Required', field: `${field}.${key}` });
    }
  }
  const words: [string, string | undefined][] = [
    ['plural', names.plural],
    ['singular', names.singular],
    ['kind', names.kind?.toLowerCase()],
    ['listKind', names.listKind?.toLowerCase()],
    ...(names.shortNames ?? []).map((name, index): [string, string] => [
      `shortNames[${index}]`,
      name,
    ]),
    ...(names.categories ?? []).map((name, index): [string, string] => [
      `categories[${index}]`,
      name,
    ]),
  ];
  for (const [key, word] of words) {
    if (word && (!dns1035.test(word) || word.length > 63)) {
      errors.push({
        type: 'Invalid',
        field: `${field}.${key}`,
        value: word,
        detail: dns1035Rule,
      });
    }
  }
  if (names.listKind && names.listKind === names.kind) {
    errors.push({
      type: 'Invalid',
      field: `${field}.listKind`,
      value: names.listKind,
      detail: 'kind and listKind may not be the same',
    });
  }
  return errors;
}
