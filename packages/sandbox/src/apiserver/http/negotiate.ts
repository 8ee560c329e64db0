/** How a client wants its answer. @internal */
export interface AnswerFormat {
  readonly encoding: 'json' | 'yaml';
  readonly as?:
    | 'Table'
    | 'PartialObjectMetadata'
    | 'PartialObjectMetadataList'
    | 'APIGroupDiscoveryList';
  /** The group version of `as`, e.g. `meta.k8s.io/v1`. */
  readonly asVersion?: string;
}

/**
 * Picks the first media type of the Accept header that we can give; undefined when there is none (406).
 * @internal
 */
export function negotiate(
  accept: string | undefined,
): AnswerFormat | undefined {
  if (!accept || accept.trim() === '') {
    return { encoding: 'json' };
  }
  for (const clause of accept.split(',')) {
    const format = parseClause(clause);
    if (format) {
      return format;
    }
  }
  return undefined;
}

const encodings: Record<string, 'json' | 'yaml' | undefined> = {
  'application/json': 'json',
  'application/*': 'json',
  '*/*': 'json',
  'text/plain': 'json',
  'application/yaml': 'yaml',
  'text/yaml': 'yaml',
};

const transformations = [
  'Table',
  'PartialObjectMetadata',
  'PartialObjectMetadataList',
  'APIGroupDiscoveryList',
] as const;

function parseClause(clause: string): AnswerFormat | undefined {
  const [mediaType = '', ...parameters] = clause
    .split(';')
    .map(part => part.trim());
  const encoding = encodings[mediaType.toLowerCase()];
  if (!encoding) {
    return undefined;
  }
  const named = Object.fromEntries(
    parameters.map(parameter => parameter.split('=', 2)),
  ) as Record<string, string | undefined>;
  if (!named.as) {
    return { encoding };
  }
  const as = transformations.find(item => item === named.as);
  const asVersion = `${named.g}/${named.v}`;
  const isKnown =
    as === 'APIGroupDiscoveryList'
      ? asVersion === 'apidiscovery.k8s.io/v2'
      : asVersion === 'meta.k8s.io/v1' || asVersion === 'meta.k8s.io/v1beta1';
  return as && isKnown ? { encoding, as, asVersion } : undefined;
}
