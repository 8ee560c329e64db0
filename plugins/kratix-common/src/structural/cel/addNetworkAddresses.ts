import * as ipaddr from 'ipaddr.js';
import type { AddFunction } from './AddFunction';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An address. @internal */
export class CelIP {
  constructor(readonly address: Address) {}

  /** The one way to write it (RFC 5952), which is Go's too. */
  get text(): string {
    return this.address.toString();
  }
}

/** Addresses with a common beginning; what comes behind it may be set, and is kept. @internal */
export class CelCIDR {
  constructor(readonly ip: CelIP, readonly bits: number) {}
}

/** The constant `ip` of CEL, for `ip.isCanonical`. @internal */
export class IPNamespace {}

/**
 * Addresses and networks as Kubernetes has them: no zone, no zero in front, and no IPv4 written as IPv6.
 * Source: k8s.io/apiserver/pkg/cel/library/ip.go and cidr.go (1.36), which rest on Go's net/netip.
 * @internal
 */
export function addNetworkAddresses(add: AddFunction): void {
  add('isIP(string): bool', (text: string) => parseIP(text) !== undefined);
  add('ip(string): CelIP', requireIP);
  add(
    'IPNamespace.isCanonical(string): bool',
    (_: unknown, text: string) => requireIP(text).text === text,
  );
  add('string(CelIP): string', ({ text }: CelIP) => text);
  add('CelIP.family(): int', ({ address }: CelIP) =>
    address.kind() === 'ipv4' ? 4n : 6n,
  );
  addKinds(add);
  addNetworks(add);
}

function addKinds(add: AddFunction): void {
  const kinds: Readonly<Record<string, (bytes: readonly number[]) => boolean>> =
    {
      isUnspecified,
      isLoopback,
      isLinkLocalMulticast,
      isLinkLocalUnicast,
      isGlobalUnicast: bytes =>
        !isUnspecified(bytes) &&
        !isLoopback(bytes) &&
        !isMulticast(bytes) &&
        !isLinkLocalUnicast(bytes) &&
        !(isV4(bytes) && bytes.every(byte => byte === 255)),
    };
  for (const [name, isOne] of Object.entries(kinds)) {
    add(`CelIP.${name}(): bool`, ({ address }: CelIP) =>
      isOne(address.toByteArray()),
    );
  }
}

function addNetworks(add: AddFunction): void {
  add('isCIDR(string): bool', (text: string) => parseCIDR(text) !== undefined);
  add('cidr(string): CelCIDR', requireCIDR);
  add(
    'string(CelCIDR): string',
    ({ ip, bits }: CelCIDR) => `${ip.text}/${bits}`,
  );
  add('CelCIDR.ip(): CelIP', ({ ip }: CelCIDR) => ip);
  add('CelCIDR.prefixLength(): int', ({ bits }: CelCIDR) => BigInt(bits));
  add('CelCIDR.masked(): CelCIDR', masked);
  add('CelCIDR.containsIP(CelIP): bool', containsIP);
  add('CelCIDR.containsIP(string): bool', (network: CelCIDR, text: string) =>
    containsIP(network, requireIP(text)),
  );
  add('CelCIDR.containsCIDR(CelCIDR): bool', containsCIDR);
  add('CelCIDR.containsCIDR(string): bool', (network: CelCIDR, text: string) =>
    containsCIDR(network, requireCIDR(text)),
  );
}

/** @internal */
export function equalIPs(one: CelIP, other: CelIP): boolean {
  return one.address.kind() === other.address.kind() && one.text === other.text;
}

/** @internal */
export function equalCIDRs(one: CelCIDR, other: CelCIDR): boolean {
  return one.bits === other.bits && equalIPs(one.ip, other.ip);
}

function parseIP(text: string): CelIP | undefined {
  // Only these forms: the library knows more, like `0x7f.1` and `fe80::1%eth0`.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return new CelIP(ipaddr.IPv4.parse(text));
  }
  const groups = inGroups(text);
  if (
    !/^[\da-fA-F:]*:[\da-fA-F:]*$/.test(groups) ||
    !ipaddr.IPv6.isValid(groups)
  ) {
    return undefined;
  }
  const address = ipaddr.IPv6.parse(groups);
  return address.isIPv4MappedAddress() ? undefined : new CelIP(address);
}

/** With its last two groups as such, where they are written as IPv4. */
function inGroups(text: string): string {
  const [, head = '', tail = ''] = /^(.*:)([\d.]*\.[\d.]*)$/s.exec(text) ?? [];
  if (!ipaddr.IPv4.isValidFourPartDecimal(tail)) {
    return text;
  }
  const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.parse(tail).octets;
  return `${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function parseCIDR(text: string): CelCIDR | undefined {
  const [, address = '', digits = ''] =
    /^(.*)\/(0|[1-9]\d{0,2})$/s.exec(text) ?? [];
  const ip = parseIP(address);
  const bits = Number(digits);
  return ip && bits <= ip.address.toByteArray().length * 8
    ? new CelCIDR(ip, bits)
    : undefined;
}

function requireIP(text: string): CelIP {
  const ip = parseIP(text);
  if (!ip) {
    throw new Error(
      `IP Address ${JSON.stringify(
        text,
      )} parse error during conversion from string`,
    );
  }
  return ip;
}

function requireCIDR(text: string): CelCIDR {
  const network = parseCIDR(text);
  if (!network) {
    throw new Error(
      `network address parse error during conversion from string: ${JSON.stringify(
        text,
      )}`,
    );
  }
  return network;
}

function containsIP({ ip, bits }: CelCIDR, { address }: CelIP): boolean {
  return sharesBeginning(ip.address.toByteArray(), address.toByteArray(), bits);
}

function containsCIDR(network: CelCIDR, other: CelCIDR): boolean {
  return network.bits <= other.bits && containsIP(network, other.ip);
}

function sharesBeginning(
  one: readonly number[],
  other: readonly number[],
  bits: number,
): boolean {
  return (
    one.length === other.length &&
    one.every((byte, index) => {
      const mask = maskOf(bits, index);
      return ((byte ^ (other[index] ?? 0)) & mask) === 0;
    })
  );
}

function masked({ ip, bits }: CelCIDR): CelCIDR {
  const bytes = ip.address
    .toByteArray()
    .map((byte, index) => byte & maskOf(bits, index));
  return new CelCIDR(new CelIP(ipaddr.fromByteArray(bytes)), bits);
}

/** Which bits of a byte belong to the common beginning. */
function maskOf(bits: number, index: number): number {
  const own = Math.min(8, Math.max(0, bits - index * 8));
  return (0xff << (8 - own)) & 0xff;
}

function isV4(bytes: readonly number[]): boolean {
  return bytes.length === 4;
}

function isUnspecified(bytes: readonly number[]): boolean {
  return bytes.every(byte => byte === 0);
}

function isLoopback(bytes: readonly number[]): boolean {
  return isV4(bytes)
    ? bytes[0] === 127
    : bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
}

function isMulticast([first = 0, ...rest]: readonly number[]): boolean {
  return rest.length === 3 ? first >> 4 === 0xe : first === 0xff;
}

function isLinkLocalMulticast(bytes: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return isV4(bytes)
    ? first === 224 && second === 0 && third === 0
    : first === 0xff && (second & 0x0f) === 0x02;
}

function isLinkLocalUnicast(bytes: readonly number[]): boolean {
  const [first = 0, second = 0] = bytes;
  return isV4(bytes)
    ? first === 169 && second === 254
    : first === 0xfe && (second & 0xc0) === 0x80;
}
