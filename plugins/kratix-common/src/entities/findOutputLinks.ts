import type { EntityLink } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';
import { titleFromName } from '../names/titleFromName';
import { readWebUrl } from './readWebUrl';

const maxLinks = 20;
const maxDepth = 3;

/**
 * Links to what a request brought: every output that is a web address. Those with a query or a fragment stay
 * on the request's page, which asks who may read it: they may hold a token or a signature, and the catalog
 * shows its links to everybody.
 * @internal
 */
export function findOutputLinks(outputs: JsonObject): EntityLink[] {
  const links = new Map<string, EntityLink>();
  for (const { url, title } of walk(outputs, [])) {
    if (!links.has(url) && links.size < maxLinks) {
      links.set(url, { url, title });
    }
  }
  return [...links.values()];
}

function* walk(
  value: JsonValue | undefined,
  path: readonly string[],
): Generator<{ url: string; title: string }> {
  if (typeof value === 'string') {
    const url = readWebUrl(value);
    if (url && !/[?#]/.test(url)) {
      yield { url, title: (titleOf(path) ?? new URL(url).host).slice(0, 100) };
    }
  } else if (typeof value === 'object' && value !== null) {
    if (path.length < maxDepth) {
      for (const [key, child] of Object.entries(value)) {
        yield* walk(child, [...path, key]);
      }
    }
  }
}

/** A position in a list says nothing, nor does the word "url"; the key above it does, or else the address. */
function titleOf(path: readonly string[]): string | undefined {
  const titles = path
    .filter(part => !/^\d+$/.test(part))
    .map(part => titleFromName(part).replace(/(^|\s)(url|uri|link)s?$/i, ''))
    .filter(title => title.length > 0);
  return titles[titles.length - 1];
}
