import type { JsonObject } from '@backstage/types';
import type { Finding } from '../check/Finding';
import { isJsonObject } from '../files/isJsonObject';

const dnsName =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * What the API server asks of the metadata of any object.
 * Source: k8s.io/apimachinery/pkg/api/validation/objectmeta.go (1.36).
 * @internal
 */
export function checkMetadata({ metadata }: JsonObject): Finding[] {
  if (!isJsonObject(metadata)) {
    return [wrong('metadata.name', 'must be there')];
  }
  const { name, generateName, namespace } = metadata;
  const findings: Finding[] = [];
  if (name === undefined || name === null || name === '') {
    if (!generateName) {
      findings.push(wrong('metadata.name', 'must be there'));
    }
  } else if (!isDnsName(name, 253)) {
    findings.push(
      wrong(
        'metadata.name',
        'must be a DNS name: lower-case letters, digits, dashes and dots, at most 253',
      ),
    );
  }
  if (
    namespace &&
    (!isDnsName(namespace, 63) || String(namespace).includes('.'))
  ) {
    findings.push(wrong('metadata.namespace', 'must be a DNS label'));
  }
  return [
    ...findings,
    ...checkTexts(metadata.labels, 'metadata.labels'),
    ...checkTexts(metadata.annotations, 'metadata.annotations'),
  ];
}

function isDnsName(value: unknown, max: number): boolean {
  return (
    typeof value === 'string' && value.length <= max && dnsName.test(value)
  );
}

function checkTexts(value: unknown, path: string): Finding[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!isJsonObject(value)) {
    return [wrong(path, 'must be keys with texts')];
  }
  return Object.entries(value).flatMap(([key, text]) =>
    typeof text === 'string' || text === null
      ? []
      : [wrong(`${path}.${key}`, 'must be a text; put it in quotes')],
  );
}

function wrong(path: string, detail: string): Finding {
  return {
    severity: 'error',
    code: 'invalid-metadata',
    path,
    message: `${path}: ${detail}.`,
    advice: 'Correct it: the API server refuses the request.',
  };
}
