import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/**
 * A certificate with its private key, both as PEM.
 *
 * @internal
 */
export interface KeyPairPem {
  certificate: string;
  privateKey: string;
}

/**
 * Who a certificate stands for and where it may be used.
 *
 * @internal
 */
export interface CertificateRequest {
  /** For the API server: the user name. */
  commonName: string;
  /** For the API server: the user's groups. */
  organizations?: readonly string[];
}

/**
 * Signs every certificate of one platform; it is made with the platform and
 * forgotten with it.
 *
 * @internal
 */
export interface CertificateAuthority {
  readonly certificate: string;
  issue(request: CertificateRequest): Promise<KeyPairPem>;
}

const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;
const VALID_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes a new authority. All of its certificates serve the loopback and the
 * names that an API server answers to inside a cluster, and can authenticate a
 * client too: one kind is enough for a platform that lives for a test run.
 *
 * @internal
 */
export async function createCertificateAuthority(
  now: Date,
): Promise<CertificateAuthority> {
  const keys = await generateKeys();
  // Clocks of one machine agree; the margin is for rounding to whole seconds.
  const notBefore = new Date(now.getTime() - 60_000);
  const notAfter = new Date(now.getTime() + VALID_MS);
  const subject = 'CN=real-platform-ca';
  const root = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: subject,
      keys,
      notBefore,
      notAfter,
      signingAlgorithm: SIGNING_ALGORITHM,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.keyCertSign |
            x509.KeyUsageFlags.cRLSign |
            x509.KeyUsageFlags.digitalSignature,
          true,
        ),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    webcrypto as Crypto,
  );

  return {
    certificate: root.toString('pem'),
    async issue(request) {
      const ownKeys = await generateKeys();
      const certificate = await x509.X509CertificateGenerator.create(
        {
          subject: [
            { CN: [request.commonName] },
            ...(request.organizations ?? []).map(o => ({ O: [o] })),
          ],
          issuer: root.subject,
          notBefore,
          notAfter,
          publicKey: ownKeys.publicKey,
          signingKey: keys.privateKey,
          signingAlgorithm: SIGNING_ALGORITHM,
          extensions: leafExtensions(),
        },
        webcrypto as Crypto,
      );
      return {
        certificate: certificate.toString('pem'),
        privateKey: await toPrivateKeyPem(ownKeys.privateKey),
      };
    },
  };
}

/**
 * Keys alone, for signing service account tokens and for checking them.
 *
 * @internal
 */
export async function createSigningKeys(): Promise<{
  publicKey: string;
  privateKey: string;
}> {
  const keys = await generateKeys();
  const publicKey = await webcrypto.subtle.exportKey('spki', keys.publicKey);
  return {
    publicKey: x509.PemConverter.encode(publicKey, 'PUBLIC KEY'),
    privateKey: await toPrivateKeyPem(keys.privateKey),
  };
}

function leafExtensions(): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(false),
    new x509.KeyUsagesExtension(
      x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
    ),
    new x509.ExtendedKeyUsageExtension([
      x509.ExtendedKeyUsage.serverAuth,
      x509.ExtendedKeyUsage.clientAuth,
    ]),
    new x509.SubjectAlternativeNameExtension([
      { type: 'ip', value: '127.0.0.1' },
      { type: 'dns', value: 'localhost' },
      { type: 'dns', value: 'kubernetes.default.svc' },
    ]),
  ];
}

async function generateKeys(): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
}

async function toPrivateKeyPem(key: CryptoKey): Promise<string> {
  const raw = await webcrypto.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(raw, 'PRIVATE KEY');
}
