import { Optional, type Environment } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { hasFormat } from '../judging/formats';
import type { AddFunction } from './AddFunction';
import { requireSmall } from './CelBudget';
import { addEntries, CelEntry } from './addEntries';
import {
  addNetworkAddresses,
  CelCIDR,
  CelIP,
  equalCIDRs,
  equalIPs,
  IPNamespace,
} from './addNetworkAddresses';
import { addOptionalMaps } from './addOptionalMaps';
import {
  addNamedFormats,
  FormatNamespace,
  NamedFormat,
} from './addNamedFormats';
import { addQuantities, Quantity } from './addQuantities';
import { addSets, SetsNamespace } from './addSets';

/**
 * The functions that Kubernetes adds to CEL, as far as CRDs commonly use them. A rule that uses another one
 * is not judged, and that is said.
 * Source: https://kubernetes.io/docs/reference/using-api/cel/.
 * @internal
 */
export function registerKubernetesLibrary(
  environment: Environment,
): Environment {
  const add: AddFunction = (signature, handler) => {
    environment.registerFunction(signature, handler as never);
  };
  addLists(add);
  addTexts(add);
  environment.registerType('kubernetesUrl', URL);
  addAddresses(add);
  environment.registerType('Quantity', Quantity);
  addQuantities(add);
  environment.registerType('NamedFormat', NamedFormat);
  addNamespace(environment, 'format', FormatNamespace);
  addNamedFormats(add, value => Optional.of(value));
  addOptionalMaps(add);
  // In CEL they are of two types, and so never equal.
  environment.registerOperator('optional<dyn> == null', () => false);
  addNamespace(environment, 'sets', SetsNamespace);
  addSets(add);
  environment.registerType('CelEntry', CelEntry);
  addEntries(add);
  registerNetworkAddresses(environment, add);
  return environment;
}

function registerNetworkAddresses(
  environment: Environment,
  add: AddFunction,
): void {
  environment.registerType('CelIP', CelIP);
  environment.registerType('CelCIDR', CelCIDR);
  addNamespace(environment, 'ip', IPNamespace);
  addNetworkAddresses(add);
  environment.registerOperator('CelIP == CelIP', equalIPs);
  environment.registerOperator('CelCIDR == CelCIDR', equalCIDRs);
}

/** A name before a dot, like `sets` in `sets.contains(…)`. */
function addNamespace(
  environment: Environment,
  name: string,
  Type: new () => object,
): void {
  environment.registerType(Type.name, Type);
  environment.registerConstant(name, Type.name, new Type());
}

function addLists(add: AddFunction): void {
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
function addAddresses(add: AddFunction): void {
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

function addTexts(add: AddFunction): void {
  add('string.matchesRe2(string): bool', (text: string, pattern: string) =>
    match(text, pattern).find(),
  );
  add('string.replace(string, string): string', replaceAll);
  add('list.joinTexts(): string', (texts: unknown[]) => join(texts, ''));
  add('list.joinTexts(string): string', join);
  add('string.charAt(int): string', (text: string, index: bigint) =>
    [...text].slice(Number(index), Number(index) + 1).join(''),
  );
  add('string.findAll(string): list<string>', findAll);
  add('string.find(string): string', (text: string, pattern: string) => {
    const matcher = match(text, pattern);
    return matcher.find() ? matcher.group() : '';
  });
  add('isURL(string): bool', (text: string) => hasFormat(text, 'uri'));
}

/** Linear in both; so both are bounded. */
function match(text: string, pattern: string) {
  requireSmall(pattern.length * 100);
  requireSmall((pattern.length * text.length) / 10);
  return RE2JS.compile(pattern).matcher(text);
}

function replaceAll(text: string, from: string, to: string): string {
  return join(text.split(from), to);
}

function findAll(text: string, pattern: string): string[] {
  const matcher = match(text, pattern);
  const found: string[] = [];
  while (matcher.find()) {
    found.push(matcher.group() ?? '');
  }
  return found;
}

/** Made of parts that are paid for; what is made is bounded before it is made. */
function join(texts: readonly unknown[], separator: string): string {
  if (!texts.every(text => typeof text === 'string')) {
    throw new Error('string.join(): list must contain only strings');
  }
  requireSmall(texts.length * separator.length);
  return texts.join(separator);
}
