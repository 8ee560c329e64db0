import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority of its own for one test, which signs for servers on this machine and for clients. */
export interface Authority {
  readonly cert: string;
  issue(name: string, options?: { notAfter?: Date }): Promise<Certificate>;
}

export async function createAuthority(name = 'test-ca'): Promise<Authority> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const keys = await generateKeys();
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    notBefore: hours(-1),
    notAfter: hours(1),
    signingAlgorithm: SIGNING,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    cert: root.toString('pem'),
    async issue(commonName, { notAfter = hours(1) } = {}) {
      const own = await generateKeys();
      const leaf = await x509.X509CertificateGenerator.create({
        subject: `CN=${commonName}`,
        issuer: root.subject,
        notBefore: hours(-1),
        notAfter,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: SIGNING,
        extensions: [
          new x509.SubjectAlternativeNameExtension([
            { type: 'ip', value: '127.0.0.1' },
          ]),
        ],
      });
      return { cert: leaf.toString('pem'), key: await toPem(own.privateKey) };
    },
  };
}

export function hours(number: number): Date {
  return new Date(Date.now() + number * 3_600_000);
}

function generateKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEYS, true, [
    'sign',
    'verify',
  ]) as Promise<CryptoKeyPair>;
}

async function toPem(key: CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(der, 'PRIVATE KEY');
}
