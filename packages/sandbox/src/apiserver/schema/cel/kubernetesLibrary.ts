import { isIP } from 'node:net';
import type { Environment } from '@marcbachmann/cel-js';

/**
 * The functions that Kubernetes adds to CEL, as far as CRDs commonly use them.
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
  add(
    'string.find(string): string',
    (text: string, pattern: string) =>
      new RegExp(pattern, 'u').exec(text)?.[0] ?? '',
  );
  add('isURL(string): bool', (text: string) => URL.canParse(text));
  add('isIP(string): bool', (text: string) => isIP(text) !== 0);
  add('isQuantity(string): bool', (text: string) =>
    /^[+-]?\d+(\.\d+)?([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/.test(text),
  );
  return environment;
}
