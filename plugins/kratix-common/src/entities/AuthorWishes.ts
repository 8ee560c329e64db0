import { makeValidator, type EntityLink } from '@backstage/catalog-model';
import type { Problem } from '../model';
import { authorAnnotations } from '../names/keys';
import { showHiddenCharacters } from '../names/hiddenCharacters';
import { cutText } from '../kubernetes/reading/bounds';
import { readEntityRef, type EntityRefRules } from './readEntityRef';
import { readLinks } from './readLinks';
import { tell, wordingOf, type Wording } from '../wording';

const { isValidTag } = makeValidator();

/**
 * What the author of a Promise, or the person who ordered, wrote in annotations to shape an entity: our
 * keys first, then SKE's (ske-compatibility 1C). What the catalog would not take becomes a problem.
 * @internal
 */
export class AuthorWishes {
  readonly problems: Problem[] = [];

  constructor(
    private readonly annotations: Readonly<Record<string, string>>,
    /** Prefix of SKE's keys for this entity. */
    private readonly skePrefix: SkePrefix,
  ) {}

  /** A line of text, with nothing hidden in it. */
  text(key: WishKey, max = 200): string | undefined {
    const found = this.find(key);
    const text = showHiddenCharacters(found?.value.trim() ?? '');
    return text ? cutText(text, max) : undefined;
  }

  /** A word like `production` or `library`. */
  word(key: WishKey): string | undefined {
    const text = this.text(key, 63);
    return text && this.check(key, /^[\w.-]+$/.test(text) ? text : undefined);
  }

  entityRef(key: WishKey, rules: EntityRefRules): string | undefined {
    const text = this.text(key, 500);
    return text && this.check(key, readEntityRef(text, rules));
  }

  entityRefs(key: WishKey, rules: EntityRefRules): string[] {
    return this.list(key).flatMap(
      text => this.check(key, readEntityRef(text, rules)) ?? [],
    );
  }

  tags(): string[] {
    return this.list('tags').flatMap(text => {
      const tag = text.toLocaleLowerCase('en-US').replace(/[\s_.]+/g, '-');
      return this.check('tags', isValidTag(tag) ? tag : undefined) ?? [];
    });
  }

  links(): EntityLink[] {
    const found = this.find('links');
    return found
      ? readLinks(found.value, reason => this.report(found.key, reason))
      : [];
  }

  /** Adds a problem of one annotation, once. Its text goes to logs, so it holds nothing of the value. */
  report(key: string, reason: Wording): void {
    const told = tell('problem.unusableAnnotation', {
      annotation: key,
      reason,
    });
    if (!this.problems.some(({ message }) => message === told.message)) {
      this.problems.push({
        code: 'unusable-annotation',
        ...told,
        path: `metadata.annotations[${key}]`,
      });
    }
  }

  private list(key: WishKey): string[] {
    return (this.find(key)?.value ?? '')
      .split(',')
      .map(entry => entry.trim())
      .filter(entry => entry.length > 0)
      .slice(0, 50);
  }

  private check(key: WishKey, value: string | undefined): string | undefined {
    if (value === undefined) {
      this.report(this.find(key)?.key ?? key, wordingOf('annotation.notTaken'));
    }
    return value;
  }

  private find(key: WishKey): { key: string; value: string } | undefined {
    const own = ownKeys[key];
    const candidates = [...(own ? [own] : []), `${this.skePrefix}/${key}`];
    const found = candidates.find(candidate => this.annotations[candidate]);
    return found
      ? { key: found, value: this.annotations[found] ?? '' }
      : undefined;
  }
}

/** @internal */
export type SkePrefix = 'ske.backstage.component' | 'ske.backstage.template';

/** @internal */
export type WishKey =
  | 'title'
  | 'description'
  | 'tags'
  | 'links'
  | 'owner'
  | 'templateOwner'
  | 'lifecycle'
  | 'system'
  | 'icon'
  | 'docs'
  | 'type'
  | 'subcomponentOf'
  | 'providesApis'
  | 'consumesApis'
  | 'dependsOn';

const ownKeys: Readonly<Partial<Record<WishKey, string>>> = authorAnnotations;
