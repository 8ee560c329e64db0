import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A private key and the certificate that clients trust. @internal */
export interface ServerCertificate {
  readonly keyPem: string;
  readonly certificatePem: string;
}

const tenYearsMs = 10 * 365 * 24 * 3600 * 1000;

/**
 * Makes a certificate for the loopback interface. It is its own authority, as `kubectl` sends a token only
 * over TLS. Source of the format: RFC 5280.
 * @internal
 */
export function selfSignedCertificate(now: number): ServerCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
  });
  const body = certificateBody(publicKey, now);
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, ecdsaWithSha256, bitString(signature));
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: toPem(certificate),
  };
}

function certificateBody(publicKey: KeyObject, now: number): Buffer {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(
    tlv(
      0x31,
      sequence(objectId('550403'), tlv(0x0c, Buffer.from('kratix-sandbox'))),
    ),
  );
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(15)]);
  const validity = sequence(time(now - 3_600_000), time(now + tenYearsMs));
  return sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    ecdsaWithSha256,
    name,
    validity,
    name,
    spki,
    tlv(0xa3, extensions(spki)),
  );
}

function extensions(spki: Buffer): Buffer {
  const alternativeNames = sequence(
    tlv(0x82, Buffer.from('localhost')),
    tlv(0x87, Buffer.from([127, 0, 0, 1])),
  );
  const keyId = createHash('sha1').update(spki).digest();
  return sequence(
    extension('551d13', sequence(tlv(0x01, Buffer.from([0xff]))), true),
    extension('551d0e', tlv(0x04, keyId)),
    extension('551d11', alternativeNames),
  );
}

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));

function extension(id: string, value: Buffer, isCritical = false): Buffer {
  const parts = [objectId(id)];
  if (isCritical) {
    parts.push(tlv(0x01, Buffer.from([0xff])));
  }
  return sequence(...parts, tlv(0x04, value));
}

function objectId(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, 'hex'));
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '');
  return tlv(0x18, Buffer.from(`${digits.slice(0, 14)}Z`));
}

function bitString(bytes: Buffer): Buffer {
  return tlv(0x03, Buffer.concat([Buffer.from([0]), bytes]));
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

/** Tag, length, value: the whole of DER. */
function tlv(tag: number, value: Buffer): Buffer {
  const { length } = value;
  if (length < 0x80) {
    return Buffer.concat([Buffer.from([tag, length]), value]);
  }
  const bytes = Buffer.from(
    length.toString(16).padStart(length > 0xff ? 4 : 2, '0'),
    'hex',
  );
  return Buffer.concat([Buffer.from([tag, 0x80 + bytes.length]), bytes, value]);
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [
    '-----BEGIN CERTIFICATE-----',
    ...lines,
    '-----END CERTIFICATE-----',
    '',
  ].join('\n');
}
