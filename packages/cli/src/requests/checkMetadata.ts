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
    return [nameless];
  }
  const { name, generateName, namespace } = metadata;
  const findings: Finding[] = [];
  if (name === undefined || name === null || name === '') {
    if (!generateName) {
      findings.push(nameless);
    }
  } else if (!isDnsName(name, 253)) {
    findings.push(
      unfit('metadata.name', 'a DNS name of at most 253 characters'),
    );
  }
  if (
    namespace &&
    (!isDnsName(namespace, 63) || String(namespace).includes('.'))
  ) {
    findings.push(unfit('metadata.namespace', 'a DNS label'));
  }
  return [
    ...findings,
    ...checkTexts(metadata.labels, 'metadata.labels'),
    ...checkTexts(metadata.annotations, 'metadata.annotations'),
  ];
}

/** A draft gets its name in the form, or from a tool that completes it. */
const nameless: Finding = {
  severity: 'warning',
  code: 'no-name',
  path: 'metadata.name',
  message: 'metadata.name: there is none yet; the API server asks for one.',
  advice: 'Give it a name before it is sent.',
};

/** Files hold placeholders here; the form asks for both on its first page, whatever the file says. */
function unfit(path: string, what: string): Finding {
  return {
    severity: 'warning',
    code: 'unfit-name',
    path,
    message: `${path}: the API server takes only ${what}.`,
    advice: 'Give it another before it is sent.',
  };
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
