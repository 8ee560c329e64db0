import { hasFormat } from '../judging/formats';
import type { AddFunction } from './AddFunction';

/**
 * `format.dns1123Label().validate(text)`: an optional that holds what is wrong, and is empty where nothing is.
 * Source: k8s.io/apiserver/pkg/cel/library/format.go.
 * @internal
 */
export class NamedFormat {
  constructor(
    readonly name: string,
    readonly isMet: (text: string) => boolean,
  ) {}
}

/** The constant `format` of CEL. @internal */
export class FormatNamespace {}

/** @internal */
export function addNamedFormats(
  add: AddFunction,
  toOptional: (value: unknown) => unknown,
): void {
  for (const format of formats) {
    add(`FormatNamespace.${format.name}(): NamedFormat`, () => format);
  }
  add(
    'NamedFormat.validate(string): optional<dyn>',
    ({ name, isMet }: NamedFormat, text: string) =>
      toOptional(isMet(text) ? undefined : [`must be a ${name}`]),
  );
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const word = '[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?';

const formats = [
  limited('dns1123Label', label, 63),
  limited('dns1123Subdomain', `${label}(\\.${label})*`, 253),
  limited('dns1035Label', '[a-z]([-a-z0-9]*[a-z0-9])?', 63),
  limited('dns1123LabelPrefix', `${label}-?`, 63),
  limited('dns1123SubdomainPrefix', `${label}(\\.${label})*[-.]?`, 253),
  limited('dns1035LabelPrefix', '[a-z]([-a-z0-9]*[a-z0-9])?-?', 63),
  limited('labelValue', `(${word})?`, 63),
  new NamedFormat('qualifiedName', isQualifiedName),
  ...['uri', 'uuid', 'byte', 'date', 'datetime'].map(
    name =>
      new NamedFormat(name, text =>
        hasFormat(text, name === 'datetime' ? 'date-time' : name),
      ),
  ),
];

function limited(name: string, pattern: string, max: number): NamedFormat {
  const whole = new RegExp(`^(?:${pattern})$`);
  return new NamedFormat(name, text => text.length <= max && whole.test(text));
}

function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const [name = '', prefix] = [...parts].reverse();
  const isPrefixed =
    prefix === undefined ||
    (prefix.length <= 253 &&
      new RegExp(`^${label}(\\.${label})*$`).test(prefix));
  return (
    parts.length <= 2 &&
    isPrefixed &&
    name.length <= 63 &&
    new RegExp(`^${word}$`).test(name)
  );
}
