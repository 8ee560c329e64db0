import type { Environment } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { hasFormat } from '../formats';

/**
 * The functions that Kubernetes adds to CEL, as far as CRDs commonly use them. A rule that uses another one
 * is not judged, and that is said.
 * Source: https://kubernetes.io/docs/reference/using-api/cel/.
 * @internal
 */
export function registerKubernetesLibrary(
  environment: Environment,
): Environment {
  const add = (
    signature: string,
    handler: (...values: never[]) => unknown,
  ): void => {
    environment.registerFunction(signature, handler as never);
  };
  addLists(add);
  addTexts(add);
  environment.registerType('kubernetesUrl', URL);
  addAddresses(add);
  return environment;
}

type Add = (
  signature: string,
  handler: (...values: never[]) => unknown,
) => void;

function addLists(add: Add): void {
  add('list.sum(): dyn', (list: bigint[]) =>
    list.reduce((sum, item) => sum + item, 0n),
  );
  add('list.min(): dyn', (list: bigint[]) =>
    list.reduce((least, item) => (item < least ? item : least)),
  );
  add('list.max(): dyn', (list: bigint[]) =>
    list.reduce((most, item) => (item > most ? item : most)),
  );
  add('list.isSorted(): bool', (list: bigint[]) =>
    list.every((item, index) => index === 0 || (list[index - 1] ?? 0n) <= item),
  );
  add('list.indexOf(dyn): int', (list: unknown[], item: unknown) =>
    BigInt(list.indexOf(item)),
  );
  add('list.lastIndexOf(dyn): int', (list: unknown[], item: unknown) =>
    BigInt(list.lastIndexOf(item)),
  );
}

/** An address without a scheme is a path. */
function addAddresses(add: Add): void {
  const root = 'kubernetes:';
  add('url(string): kubernetesUrl', (text: string) => new URL(text, root));
  add('kubernetesUrl.getScheme(): string', ({ protocol }: URL) =>
    protocol === root ? '' : protocol.replace(/:$/, ''),
  );
  add('kubernetesUrl.getHost(): string', ({ host }: URL) => host);
  add('kubernetesUrl.getHostname(): string', ({ hostname }: URL) =>
    hostname.replace(/^\[|\]$/g, ''),
  );
  add('kubernetesUrl.getPort(): string', ({ port }: URL) => port);
  add(
    'kubernetesUrl.getEscapedPath(): string',
    ({ pathname }: URL) => pathname,
  );
}

function addTexts(add: Add): void {
  add('string.find(string): string', (text: string, pattern: string) => {
    const matcher = RE2JS.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group() : '';
  });
  add('isURL(string): bool', (text: string) => hasFormat(text, 'uri'));
  add(
    'isIP(string): bool',
    (text: string) => hasFormat(text, 'ipv4') || hasFormat(text, 'ipv6'),
  );
  add('isCIDR(string): bool', (text: string) => hasFormat(text, 'cidr'));
  add('isQuantity(string): bool', (text: string) =>
    /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/.test(
      text,
    ),
  );
}
