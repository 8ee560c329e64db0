const maxUrlLength = 2_000;

/**
 * A web address from a text of the cluster; undefined for everything else, `javascript:` first of all.
 * @internal
 */
export function readWebUrl(text: string): string | undefined {
  if (text.length > maxUrlLength || !/^https?:\/\//i.test(text)) {
    return undefined;
  }
  try {
    const { protocol, username, password } = new URL(text);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    // An address that carries a password must not be shown to everyone who may read the catalog.
    return isWeb && !username && !password ? text : undefined;
  } catch {
    return undefined; // no URL
  }
}
