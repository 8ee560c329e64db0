const subdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const keyPart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

const dnsLabelRule =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const subdomainRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const labelValueRule =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const keyPartRule =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

/**
 * What is wrong with a name that is one DNS label, in the API server's words; empty when nothing is. Source of
 * these rules: k8s.io/apimachinery/pkg/api/validate/content (1.36).
 * @internal
 */
export function dnsLabelProblems(value: string): string[] {
  return [
    ...(dnsLabel.test(value) ? [] : [dnsLabelRule]),
    ...tooLong(value, 63),
  ];
}

/** @internal */
export function subdomainProblems(value: string): string[] {
  return [
    ...(subdomain.test(value) ? [] : [subdomainRule]),
    ...tooLong(value, 253),
  ];
}

/** @internal */
export function labelValueProblems(value: string): string[] {
  return [
    ...tooLong(value, 63),
    ...(labelValue.test(value) ? [] : [labelValueRule]),
  ];
}

/** The key of a label or an annotation. @internal */
export function labelKeyProblems(key: string): string[] {
  const parts = key.split('/');
  const name = parts.pop() ?? '';
  const [prefix] = parts;
  if (parts.length > 1) {
    return [
      `a valid label key ${keyPartRule} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const ofName =
    name === ''
      ? ['name part must be non-empty']
      : part('name', tooLong(name, 63));
  return [
    ...(prefix === undefined ? [] : prefixProblems(prefix)),
    ...ofName,
    ...(keyPart.test(name) ? [] : [`name part ${keyPartRule}`]),
  ];
}

function prefixProblems(prefix: string): string[] {
  return prefix === ''
    ? ['prefix part must be non-empty']
    : part('prefix', subdomainProblems(prefix));
}

function part(which: string, problems: readonly string[]): string[] {
  return problems.map(problem => `${which} part ${problem}`);
}

function tooLong(value: string, max: number): string[] {
  return value.length > max ? [`must be no more than ${max} bytes`] : [];
}
