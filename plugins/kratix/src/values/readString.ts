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
    return { kind: 'secretName', text: shorten(text) };
  }
  if (/pass(word|phrase)?$|token$|private_?key$|api_?key$/i.test(key)) {
    return { kind: 'hidden', copy: text };
  }
  if (isAddress(text, key)) {
    return { kind: 'endpoint', text: shorten(hidePassword(text)), copy: text };
  }
  return { kind: 'text', text: shorten(text) };
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

function hidePassword(text: string): string {
  return text.replace(/^([a-z0-9+.-]+:\/\/[^:/@]*:)[^@]*@/i, '$1••••@');
}

function shorten(text: string): string {
  return text.length > maximumLength
    ? `${text.slice(0, maximumLength)}…`
    : text;
}
