import { isIP } from 'node:net';

/**
 * The formats that the API server checks, with its meaning of each; others are ignored.
 * Source: apiextensions-apiserver/pkg/apiserver/validation/formats.go and k8s.io/kube-openapi/pkg/validation/strfmt.
 */
const formats: Record<string, (text: string) => boolean> = {
  'date-time': text =>
    /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(
      text,
    ) && !Number.isNaN(Date.parse(text)),
  datetime: text => formats['date-time']?.(text) ?? false,
  date: text =>
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  duration: text =>
    /^[+-]?(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+$/.test(text) || text === '0',
  email: text => /^[^\s@<>]+@[^\s@]+$/.test(text),
  hostname: text =>
    text.length <= 255 &&
    /^([a-zA-Z0-9]([a-zA-Z0-9-]{0,62})?)(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,62})?)*$/.test(
      text,
    ),
  ipv4: text => isIP(text) === 4,
  ipv6: text => isIP(text) === 6,
  cidr: isCidr,
  mac: text => /^([0-9a-fA-F]{2}[:-]){5}([0-9a-fA-F]{2})$/.test(text),
  uri: isUri,
  uuid: text =>
    /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(
      text,
    ),
  uuid3: text =>
    /^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(
      text,
    ),
  uuid4: text =>
    /^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i.test(
      text,
    ),
  uuid5: text =>
    /^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i.test(
      text,
    ),
  byte: text =>
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(
      text,
    ),
  hexcolor: text => /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text),
  creditcard: text => /^\d{13,19}$/.test(text.replace(/[ -]/g, '')),
  ssn: text => /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text),
};

/** True when the text has the format, or when the API server knows no such format. @internal */
export function hasFormat(text: string, format: string): boolean {
  return !Object.hasOwn(formats, format) || formats[format]?.(text) === true;
}

function isCidr(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  const version = isIP(address);
  return (
    rest.length === 0 &&
    version !== 0 &&
    /^\d{1,3}$/.test(bits) &&
    Number(bits) <= (version === 4 ? 32 : 128)
  );
}

function isUri(text: string): boolean {
  return text.startsWith('/') || URL.canParse(text);
}
