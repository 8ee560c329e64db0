import { randomBytes } from 'node:crypto';
import { parse } from 'yaml';
import type { ServerCertificate } from '../apiserver/http/selfSignedCertificate';
import { selfSignedCertificate } from '../apiserver/http/selfSignedCertificate';

/**
 * What clients know a sandbox by. Kept in the kubeconfig that it writes, so that a restart does not lock
 * out who has read it already.
 * @internal
 */
export interface SandboxIdentity {
  readonly token: string;
  readonly certificate: ServerCertificate;
}

/** @internal */
export const identityExtension = 'kratix-sandbox';

/** @internal */
export function createIdentity(now: number): SandboxIdentity {
  return {
    token: randomBytes(24).toString('base64url'),
    certificate: selfSignedCertificate(now),
  };
}

/** The identity in a kubeconfig that a sandbox wrote; undefined for any other text. @internal */
export function readIdentity(kubeconfig: string): SandboxIdentity | undefined {
  const found = extensionsOf(kubeconfig).find(
    item => item?.name === identityExtension,
  )?.extension;
  const { token, keyPem, certificatePem } = found ?? {};
  return typeof token === 'string' &&
    typeof keyPem === 'string' &&
    typeof certificatePem === 'string'
    ? { token, certificate: { keyPem, certificatePem } }
    : undefined;
}

interface Extension {
  name?: unknown;
  extension?: Record<string, unknown>;
}

function extensionsOf(kubeconfig: string): Extension[] {
  try {
    const extensions = parse(kubeconfig)?.extensions;
    return Array.isArray(extensions) ? extensions : [];
  } catch {
    // Somebody else's file: a new identity is made, and the file is replaced.
    return [];
  }
}
