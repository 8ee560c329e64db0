import type { KratixPromise } from '../model';
import { titleFromName } from '../names/titleFromName';
import { wishesOfPromise } from './wishesOf';

/** Who may own something in the catalog. @internal */
export const ownerRules = {
  defaultKind: 'group',
  kinds: ['group', 'user'],
} as const;

/**
 * What people call a service: its kind as its author spelled it, or the Promise's name.
 * @internal
 */
export function promiseTitle(promise: KratixPromise): string {
  return titleFromName(promise.api?.kind ?? promise.name);
}

/**
 * What people read of a service: in its author's words where there are any.
 * @public
 */
export interface PromiseWords {
  readonly title: string;
  readonly description?: string;
}

/**
 * Title and description of a Promise, the same in the catalog and in every list.
 * @public
 */
export function promiseWords(promise: KratixPromise): PromiseWords {
  const wishes = wishesOfPromise(promise, 'ske.backstage.component');
  const description =
    wishes.text('description', 1_000) ?? describeSchema(promise);
  return {
    title: wishes.text('title') ?? promiseTitle(promise),
    ...(description && { description }),
  };
}

function describeSchema({ api }: KratixPromise): string | undefined {
  const text = api?.schema.description;
  return typeof text === 'string' && text.trim()
    ? text.trim().slice(0, 1_000)
    : undefined;
}
