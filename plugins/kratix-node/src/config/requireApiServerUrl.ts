import { ConfigError } from './ConfigError';

/**
 * Whether an API server may be spoken to without encryption: only on this machine.
 * @internal
 */
export function isLoopbackUrl(url: URL): boolean {
  return (
    url.hostname === 'localhost' ||
    url.hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
  );
}

/**
 * Checks the address of an API server. Credentials travel with each request, so plain http needs the
 * loopback interface or an explicit `skipTLSVerify`.
 * @internal
 */
export function requireApiServerUrl(
  value: string,
  options: { key: string; skipTLSVerify: boolean },
): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isAllowed =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' &&
      (options.skipTLSVerify || isLoopbackUrl(url)));
  if (!isAllowed) {
    throw new ConfigError({
      key: options.key,
      value,
      allowed:
        'allowed is an https:// address (http:// only for this machine, or with skipTLSVerify)',
    });
  }
  return value;
}
