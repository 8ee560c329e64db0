import { showHiddenCharacters } from '@kratix-portal/backstage-plugin-kratix-common';
import type { FactValue } from './Fact';

/** A value of a cluster may be megabytes; nobody reads more than this in a line. */
const maximumLength = 400;

/**
 * Reads what a text is for from its form and its name: a link to follow, an address to copy, the name of
 * a Secret, or just a text. Nothing here is trusted; only http and https become links.
 * @internal
 */
export function readString(text: string, keys: readonly string[]): FactValue {
  const key = keys[keys.length - 1] ?? '';
  const parentKey = keys[keys.length - 2] ?? '';
  if (isWebAddress(text)) {
    return { kind: 'link', href: text, text: shorten(text) };
  }
  if (/secret/i.test(key) || (key === 'name' && /secret/i.test(parentKey))) {
    return isSecretItself(key) || !isObjectName(text)
      ? { kind: 'hidden', copy: text }
      : { kind: 'secretName', text: shorten(text) };
  }
  if (isHiddenKey(key)) {
    return { kind: 'hidden', copy: text };
  }
  if (isAddress(text, key)) {
    return { kind: 'endpoint', text: toLine(text), copy: text };
  }
  return { kind: 'text', text: toLine(text) };
}

/**
 * Whether what stands under this name is for those who look for it, one or several of them.
 * @internal
 */
export function isHiddenKey(key: string): boolean {
  return /(pass(word|wd|phrase)?|token|(private|api|access)[_-]?key)s?$/i.test(
    key,
  );
}

/**
 * As much of a text as a person reads, without the passwords of the addresses in it.
 * @internal
 */
export function toLine(text: string): string {
  // Cut before it is searched: the search takes the square of the length.
  return shorten(hidePassword(text.slice(0, maximumLength * 4)));
}

function hidePassword(text: string): string {
  // To the last @ before the path; to the first one where the password itself has a slash.
  return text.replace(
    /([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)(?:[^\s/?#]*|[^\s@]*)@/gi,
    '$1••••@',
  );
}

/** `clientSecret` and `secretKey` hold the thing itself, `connectionSecret` the name of where it is kept. */
function isSecretItself(key: string): boolean {
  return (
    /(client|consumer|app|access|shared|signing|webhook|hmac|jwt)[_-]?secrets?$/i.test(
      key,
    ) || /secret[_-]?(access[_-]?)?(key|value|token|string|data)$/i.test(key)
  );
}

/** Of a Kubernetes object, with its namespace or without. */
function isObjectName(text: string): boolean {
  return (
    text.length <= 320 && /^([a-z0-9-]{1,63}\/)?[a-z0-9][a-z0-9.-]*$/.test(text)
  );
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || text.length > 2_000) {
    return false;
  }
  try {
    const { username, password } = new URL(text);
    return !username && !password;
  } catch {
    return false;
  }
}

function isAddress(text: string, key: string): boolean {
  if (!text || /\s/.test(text)) {
    return false;
  }
  return (
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ||
    /^[a-z0-9.-]+:\d{2,5}$/i.test(text) ||
    /(endpoint|host|hostname|address|url|uri|dsn)$/i.test(key)
  );
}

/** What is shown is what is there: a mark that turns the text around would make one address look like another. */
function shorten(text: string): string {
  const line = showHiddenCharacters(text.slice(0, maximumLength));
  return text.length > maximumLength ? `${line}…` : line;
}
