import { isCreditCard, isIsbn10, isIsbn13 } from './checkDigits';
import { matchesPattern } from './matchesPattern';

/**
 * Whether a text has a format, with the API server's meaning of each; formats that it does not know are
 * ignored.
 * Source: apiextensions-apiserver/pkg/apiserver/validation/formats.go and
 * k8s.io/kube-openapi/pkg/validation/strfmt (1.36).
 * @internal
 */
export function hasFormat(text: string, format: string): boolean {
  const check = formats.get(format.replaceAll('-', ''));
  return check === undefined || check(text);
}

/** @internal */
export function isKnownFormat(format: string): boolean {
  return formats.has(format.replaceAll('-', ''));
}

const hex = '[0-9a-f]';
const uuidOf = (third: string, fourth: string) => (text: string) =>
  new RegExp(
    `^${hex}{8}-?${hex}{4}-?${third}-?${fourth}-?${hex}{12}$`,
    'i',
  ).test(text);

const formats = new Map<string, (text: string) => boolean>([
  ['datetime', isDateTime],
  ['date', isDate],
  ['duration', isDuration],
  ['email', text => /^(.*<)?[^\s@<>,]+@[^\s@<>,]+>?$/.test(text.trim())],
  ['hostname', isHostname],
  ['ipv4', text => isIpv4(text) || (isIpv6(text) && text.includes('.'))],
  ['ipv6', text => isIpv6(text)],
  ['cidr', isCidr],
  ['mac', isMac],
  ['uri', isRequestUri],
  ['uuid', uuidOf(`${hex}{4}`, `${hex}{4}`)],
  ['uuid3', uuidOf(`3${hex}{3}`, `${hex}{4}`)],
  ['uuid4', uuidOf(`4${hex}{3}`, `[89ab]${hex}{3}`)],
  ['uuid5', uuidOf(`5${hex}{3}`, `[89ab]${hex}{3}`)],
  [
    'byte',
    text =>
      /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/.test(
        text,
      ),
  ],
  ['hexcolor', text => /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text)],
  ['rgbcolor', text => matchesPattern(text, rgbPattern)],
  ['creditcard', isCreditCard],
  ['isbn', text => isIsbn10(text) || isIsbn13(text)],
  ['isbn10', isIsbn10],
  ['isbn13', isIsbn13],
  ['password', () => true],
  ['ssn', text => /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text)],
  ['k8sshortname', text => isName(text, 63, /^[^.]*$/)],
  ['k8slongname', text => isName(text, 253, /^/)],
  ['bsonobjectid', text => /^[0-9a-fA-F]{24}$/.test(text)],
]);

/** Names in lower case, joined by dots. */
function isName(text: string, max: number, shape: RegExp): boolean {
  return (
    text.length <= max &&
    shape.test(text) &&
    text.split('.').every(part => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part))
  );
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const isLeap =
    Number(year) % 4 === 0 &&
    (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const length =
    (lengths[Number(month) - 1] ?? 0) + (isLeap && month === '02' ? 1 : 0);
  return day !== undefined && Number(day) >= 1 && Number(day) <= length;
}

function isDateTime(text: string): boolean {
  const [date = '', time] = text.toLowerCase().split('t');
  const match = /^(\d\d):(\d\d):(\d\d)(.\d+)?(z|([+-]\d\d:\d\d))$/.exec(
    time ?? '',
  );
  return (
    match !== null &&
    isDate(date) &&
    (match[1] ?? '') <= '23' &&
    (match[2] ?? '') <= '59' &&
    (match[3] ?? '') <= '59'
  );
}

/** Go's duration, or Scala's, which is found anywhere in the text. */
function isDuration(text: string): boolean {
  if (
    /^[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(text) ||
    /^[+-]?0$/.test(text)
  ) {
    return true;
  }
  // Only where a number begins, or its digits would be gone through once for each of them.
  const units = [...text.matchAll(/(?<!\d)\d+\s*([A-Za-zµ]+)/g)];
  return units.some(([, unit = '']) =>
    /^(ns|us|ms|s|m|h|hr|d|w|wk|nano|micro|milli|sec|min|hour|day|week|µs)$|^(nano|micro|milli|sec|min|hour|day|week)/i.test(
      unit,
    ),
  );
}

const colour = '\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*';
const rgbPattern = `^rgb\\(${colour},${colour},${colour}\\)$`;

const hostnamePattern =
  '^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$';

function isHostname(text: string): boolean {
  return (
    text.length <= 255 &&
    matchesPattern(text, hostnamePattern) &&
    text.split('.').every(part => part.length <= 63)
  );
}

/** Leading zeros are fine, as before Go 1.17. */
function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 &&
    parts.every(part => /^\d+$/.test(part) && Number(part) <= 255)
  );
}

function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':'));
  const groups = [...groupsOf(head), ...groupsOf(tail ?? '')];
  const last = groups.at(-1) ?? '';
  const hasIpv4 = last.includes('.');
  const plain = hasIpv4 ? groups.slice(0, -1) : groups;
  const size = plain.length + (hasIpv4 ? 2 : 0);
  return (
    text.includes(':') &&
    more.length === 0 &&
    (!hasIpv4 || isIpv4(last)) &&
    plain.every(group => /^[0-9a-fA-F]{1,4}$/.test(group)) &&
    (tail === undefined ? size === 8 : size < 8)
  );
}

function isCidr(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  const isFour = isIpv4(address);
  return (
    rest.length === 0 &&
    (isFour || isIpv6(address)) &&
    /^\d{1,3}$/.test(bits) &&
    Number(bits) <= (isFour ? 32 : 128)
  );
}

/** Go's `net.ParseMAC`: 6, 8 or 20 bytes. */
function isMac(text: string): boolean {
  const isOctets = /^([0-9a-fA-F]{2})([:-][0-9a-fA-F]{2})+$/.test(text);
  const isWords = /^[0-9a-fA-F]{4}(\.[0-9a-fA-F]{4})+$/.test(text);
  const digits = text.replace(/[:.-]/g, '').length;
  return (isOctets || isWords) && [12, 16, 40].includes(digits);
}

/** Go's `url.ParseRequestURI`: a path from the root, or an address with a scheme. */
function isRequestUri(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (text === '' || /[\u0000-\u001f\u007f]/.test(text)) {
    return false;
  }
  if (text.startsWith('/')) {
    return !/%(?![0-9a-fA-F]{2})/.test(text.split('?')[0] ?? '');
  }
  const match = /^[a-zA-Z][a-zA-Z0-9+.-]*:(.*)$/s.exec(text);
  return match !== null && isAuthority(match[1] ?? '');
}

function isAuthority(rest: string): boolean {
  if (!rest.startsWith('//')) {
    return rest.startsWith('/') || rest.length >= 0;
  }
  const [authority = ''] = rest.slice(2).split(/[/?]/);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return (
    !/[\s<>"^`{|}\\]/.test(host) && /^(\[[^\]]*\]|[^:[\]]*)(:\d*)?$/.test(host)
  );
}
