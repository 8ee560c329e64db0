import type { EntityLink } from '@backstage/catalog-model';
import { authorAnnotations } from '../names/keys';
import type { AuthorWishes } from './AuthorWishes';
import { readEntityRef } from './readEntityRef';
import { readWebUrl } from './readWebUrl';
import { wordingOf } from '../wording';

/**
 * Where an entity's documentation is: a web address becomes a link, an entity reference the page of that
 * entity's TechDocs, `url:…` TechDocs of its own.
 *
 * @param mayBuild - Whether TechDocs may read `url:…`. It does so with Backstage's own credentials and shows
 * what it finds to everybody, so that is for whoever may write Promises, not for whoever may order.
 * @internal
 */
export function readDocs(
  wishes: AuthorWishes,
  { mayBuild }: { readonly mayBuild: boolean },
): {
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
  const isSource =
    text.startsWith('url:') && readWebUrl(text.slice('url:'.length));
  if (isSource && mayBuild) {
    return {
      links: [],
      annotations: { 'backstage.io/techdocs-ref': text },
    };
  }
  const ref = isSource
    ? undefined
    : readEntityRef(text, { defaultKind: 'component' });
  if (ref) {
    return { links: [], annotations: { 'backstage.io/techdocs-entity': ref } };
  }
  wishes.report(
    authorAnnotations.docs,
    wordingOf(isSource ? 'annotation.noDocsOfItsOwn' : 'annotation.noDocs'),
  );
  return { links: [], annotations: {} };
}
