import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
} from 'yaml';
import type { Document, YAMLMap } from 'yaml';

/** What stands in place of a secret value. */
const MASK = '••••••';

/** Escapes with which YAML and JSON can write any letter, or break a word over two lines (YAML 1.2, 5.7). */
const maySpellOut = /\\(?:[uUx]|\r?\n)/;

/**
 * A text whose Secrets show their keys only; undefined when it seems to hold one and cannot be taken apart,
 * so that nothing of it may be shown. A portal is no place to read credentials (DESIGN 8).
 * @public
 */
export function maskSecrets(
  text: string,
): { readonly text: string; readonly hasSecrets: boolean } | undefined {
  if (!/secret/i.test(text) && !maySpellOut.test(text)) {
    return { text, hasSecrets: false };
  }
  const documents = parseDocuments(text);
  if (!documents) {
    return mayBeSecret(text) ? undefined : { text, hasSecrets: false };
  }
  if (documents.some(holdsSecretElsewhere)) {
    return undefined;
  }
  const masked = documents.map(maskDocument);
  if (!masked.some(Boolean)) {
    return { text, hasSecrets: false };
  }
  const printed = print(documents);
  return printed === undefined
    ? undefined
    : { text: printed, hasSecrets: true };
}

/** Of a text that cannot be taken apart: a template may write the kind in any way. */
function mayBeSecret(text: string): boolean {
  return (
    /\bkind\b[\s"']*:[\s"']*Secret\b/.test(text) ||
    (/secret/i.test(text) &&
      /(^|[{,])[\s"'-]*(data|stringData)["']?\s*:/m.test(text))
  );
}

function parseDocuments(text: string): Document[] | undefined {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    return Array.isArray(documents) &&
      documents.every(({ errors }) => errors.length === 0)
      ? documents
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a Secret takes something from another place of the document, where its value would stay to be read:
 * by an alias in its data, or by a merge key (`<<`), which may bring the kind as well.
 */
function holdsSecretElsewhere(document: Document): boolean {
  let [hasSecret, hasMerge, hasAlias] = [false, false, false];
  visit(document, {
    Pair(_key, { key, value }) {
      hasMerge ||= isScalar(key) && key.value === '<<';
      hasSecret ||= resolve(document, value) === 'Secret';
    },
    Map(_key, map) {
      hasAlias ||=
        resolve(document, map.get('kind', true)) === 'Secret' &&
        ['data', 'stringData'].some(field => usesAlias(map.get(field, true)));
    },
  });
  return hasAlias || (hasSecret && hasMerge);
}

function usesAlias(node: unknown): boolean {
  return (
    isAlias(node) ||
    (isMap(node) &&
      node.items.some(({ key, value }) => isAlias(key) || usesAlias(value)))
  );
}

/** Any map that calls itself a Secret, at any depth: lists and templates hold them too. */
function maskDocument(document: Document): boolean {
  let isMasked = false;
  visit(document, {
    Map(_key, map) {
      if (resolve(document, map.get('kind', true)) === 'Secret') {
        maskValues(document, map);
        isMasked = true;
      }
    },
  });
  return isMasked;
}

function maskValues(document: Document, map: YAMLMap): void {
  for (const field of ['data', 'stringData']) {
    const values = map.get(field, true);
    if (isMap(values)) {
      values.items.forEach(pair => {
        pair.value = document.createNode(MASK);
      });
    } else if (values !== undefined) {
      map.set(field, MASK);
    }
  }
  // `kubectl apply` keeps a copy of everything in an annotation.
  const annotations = map.getIn(['metadata', 'annotations'], true);
  if (isMap(annotations)) {
    annotations.items
      .filter(pair => isScalar(pair.key) && isLastApplied(pair.key.value))
      .forEach(pair => {
        pair.value = document.createNode(MASK);
      });
  }
}

function isLastApplied(key: unknown): boolean {
  return key === 'kubectl.kubernetes.io/last-applied-configuration';
}

function resolve(document: Document, node: unknown): unknown {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (isScalar(target)) {
    return target.value;
  }
  return isSeq(target) ? undefined : target;
}

// An alias to a value that was masked cannot be printed.
function print(documents: readonly Document[]): string | undefined {
  try {
    return documents
      .map(document => document.toString({ lineWidth: 0 }))
      .map((text, index) =>
        index === 0 || text.startsWith('---') ? text : `---\n${text}`,
      )
      .join('');
  } catch {
    return undefined;
  }
}
