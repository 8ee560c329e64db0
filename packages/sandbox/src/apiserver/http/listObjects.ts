import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { compileFieldSelector } from '../selectors/fieldSelector';
import { compileLabelSelector } from '../selectors/labelSelector';
import { StatusError, badRequest, expired } from '../status/StatusError';
import { presentObject } from '../write/presentObject';
import type { Exchange } from './Exchange';
import { checkListOptions, readLimit } from './listOptions';
import { presentMany } from './presentAs';
import { sendValue } from './respond';

/** `GET` on a collection. @internal */
export function listObjects(exchange: Exchange, type: ResourceType): void {
  const page = readPage(exchange);
  const found = selectObjects(exchange, type, page.revision);
  const start = page.after
    ? found.findIndex(object => placeOf(object) > (page.after ?? ''))
    : 0;
  const rest = start < 0 ? [] : found.slice(start);
  const items = page.limit > 0 ? rest.slice(0, page.limit) : rest;
  const last = items.at(-1);
  const remaining = rest.length - items.length;
  const hasSelector =
    exchange.url.searchParams.has('labelSelector') ||
    exchange.url.searchParams.has('fieldSelector');
  sendValue(
    exchange,
    200,
    presentMany(exchange, type, items, {
      resourceVersion: String(page.revision),
      ...(remaining > 0 && last
        ? {
            continue: encodeToken({
              revision: page.revision,
              after: placeOf(last),
            }),
            ...(hasSelector ? {} : { remainingItemCount: remaining }),
          }
        : {}),
    }),
  );
}

/** Objects of the type that the request's namespace and selectors mean, as they were at a revision. @internal */
export function selectObjects(
  exchange: Exchange,
  type: ResourceType,
  revision: number,
): KubeObject[] {
  const { cluster, url, info } = exchange;
  const labels = compileLabelSelector(
    url.searchParams.get('labelSelector') ?? undefined,
  );
  const fields = compileFieldSelector(
    url.searchParams.get('fieldSelector') ?? undefined,
    type.fieldSelectors,
  );
  const stored = cluster.store.listAt(
    type.storageKey,
    revision,
    info.namespace,
  );
  if (!stored) {
    throw expired(
      `The provided resource version is too old: ${revision} (${cluster.store.compacted})`,
    );
  }
  return stored
    .filter(object => labels(object.metadata.labels))
    .map(object => presentObject(object, type))
    .filter(object => fields.matches(object));
}

interface Page {
  revision: number;
  limit: number;
  after?: string;
}

function readPage({ url, cluster }: Exchange): Page {
  const query = url.searchParams;
  checkListOptions(query);
  const limit = readLimit(query.get('limit'));
  const token = query.get('continue');
  const current = cluster.store.revision;
  if (token) {
    return { limit, ...readToken(token, cluster.store) };
  }
  const wanted = readRevision(query.get('resourceVersion'), why =>
    badRequest(`invalid resource version: ${why}`),
  );
  if (wanted > current) {
    throw tooLarge(wanted, current);
  }
  const isExact = query.get('resourceVersionMatch') === 'Exact';
  return { limit, revision: isExact ? wanted : current };
}

/** @internal */
export function readRevision(
  value: string | null,
  refuse: (why: string) => StatusError,
): number {
  if (!value) {
    return 0;
  }
  if (!/^\d+$/.test(value)) {
    throw refuse(
      `resourceVersion: Invalid value: ${JSON.stringify(
        value,
      )}: strconv.ParseUint: parsing ${JSON.stringify(value)}: invalid syntax`,
    );
  }
  return Number(value);
}

function tooLarge(wanted: number, current: number): StatusError {
  return new StatusError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${wanted}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}

interface Token {
  revision: number;
  after: string;
}

function encodeToken(token: Token): string {
  return Buffer.from(
    JSON.stringify({
      v: 'meta.k8s.io/v1',
      rv: token.revision,
      start: token.after,
    }),
  ).toString('base64url');
}

function readToken(
  text: string,
  store: { revision: number; compacted: number },
): Token {
  const { rv, start } = decodeToken(text);
  if (rv === -1) {
    return { revision: store.revision, after: start };
  }
  if (rv < store.compacted || rv > store.revision) {
    const error = expired(continueExpired);
    error.status.metadata.continue = encodeToken({
      revision: -1,
      after: start,
    });
    throw error;
  }
  return { revision: rv, after: start };
}

function decodeToken(text: string): { rv: number; start: string } {
  let foreign: unknown;
  try {
    const { v, rv, start } = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (v === 'meta.k8s.io/v1' && typeof rv === 'number' && start) {
      return { rv, start: String(start) };
    }
    foreign = v;
  } catch {
    // No JSON at all: described below.
  }
  if (foreign !== undefined) {
    throw badRequest(
      `invalid continue token: continue key is not valid: server does not recognize this encoded version ${foreign}`,
    );
  }
  throw badRequest(
    `invalid continue token: continue key is not valid: ${describeBadToken(
      text,
    )}`,
  );
}

/** Go's word for the first byte that is no JSON. */
function describeBadToken(text: string): string {
  const first = Buffer.from(text, 'base64url').toString('latin1')[0];
  return first === undefined
    ? 'unexpected end of JSON input'
    : `invalid character '${first}' looking for beginning of value`;
}

const continueExpired =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

function placeOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
