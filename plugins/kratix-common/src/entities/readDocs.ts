import type { EntityLink } from '@backstage/catalog-model';
import { authorAnnotations } from '../names/keys';
import type { AuthorWishes } from './AuthorWishes';
import { readEntityRef } from './readEntityRef';
import { readWebUrl } from './readWebUrl';

/**
 * Where an entity's documentation is: a web address becomes a link, an entity reference the page of that
 * entity's TechDocs, `url:…` TechDocs of its own.
 * @internal
 */
export function readDocs(wishes: AuthorWishes): {
  readonly links: readonly EntityLink[];
  readonly annotations: Readonly<Record<string, string>>;
} {
  const text = wishes.text('docs', 2_000);
  if (!text) {
    return { links: [], annotations: {} };
  }
  const url = readWebUrl(text);
  if (url) {
    return {
      links: [{ url, title: 'Documentation', icon: 'docs' }],
      annotations: {},
    };
  }
  if (text.startsWith('url:') && readWebUrl(text.slice('url:'.length))) {
    return {
      links: [],
      annotations: { 'backstage.io/techdocs-ref': text },
    };
  }
  const ref = readEntityRef(text, { defaultKind: 'component' });
  if (ref) {
    return { links: [], annotations: { 'backstage.io/techdocs-entity': ref } };
  }
  wishes.report(
    authorAnnotations.docs,
    'it is neither a web address nor an entity reference',
  );
  return { links: [], annotations: {} };
}
