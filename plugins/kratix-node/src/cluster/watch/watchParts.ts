import type { CollectionEvent } from './CollectionEvent';
import type { KubernetesError } from '../failures/KubernetesError';
import { mergeStreams } from './mergeStreams';

/**
 * Several watches as one collection, such as the same kind in some namespaces: it is known once each part is,
 * and well while each part is.
 *
 * @remarks
 * A part that was never listed keeps the whole unknown: what it holds must not be taken for gone.
 * @internal
 */
export async function* watchParts<T extends { readonly key: string }>(
  watches: readonly AsyncGenerator<CollectionEvent<T>, void, undefined>[],
): AsyncGenerator<CollectionEvent<T>, void, undefined> {
  const parts = watches.map((): Part<T> => ({ items: undefined }));
  for await (const { index, value } of mergeStreams(watches)) {
    const part = parts[index];
    if (part) {
      yield* tell(parts, part, value);
    }
  }
}

interface Part<T> {
  /** Undefined until its first complete list. */
  items: Map<string, T> | undefined;
  error?: KubernetesError;
}

function* tell<T extends { readonly key: string }>(
  parts: readonly Part<T>[],
  part: Part<T>,
  event: CollectionEvent<T>,
): Generator<CollectionEvent<T>> {
  switch (event.type) {
    case 'synced':
      part.items = new Map(event.items.map(item => [item.key, item]));
      part.error = undefined;
      yield* tellAll(parts);
      break;
    case 'upserted':
    case 'removed':
      change(part, event);
      // Before the first complete list of all, nobody has a list to change.
      if (parts.every(({ items }) => items)) {
        yield event;
      }
      break;
    case 'connected':
      part.error = undefined;
      yield* tellTrouble(parts, event);
      break;
    case 'lost':
      part.error = event.error;
      yield event;
      break;
    case 'confirmed':
      // A bookmark of one part confirms that part only; the others' come as often.
      yield* tellTrouble(parts, event);
      break;
    default:
      event satisfies never;
  }
}

function change<T extends { readonly key: string }>(
  part: Part<T>,
  event: { readonly type: 'upserted' | 'removed'; readonly item: T },
): void {
  if (event.type === 'upserted') {
    part.items?.set(event.item.key, event.item);
  } else {
    part.items?.delete(event.item.key);
  }
}

function* tellAll<T>(parts: readonly Part<T>[]): Generator<CollectionEvent<T>> {
  const lists = parts.flatMap(({ items }) => (items ? [items] : []));
  if (lists.length < parts.length) {
    return;
  }
  yield { type: 'synced', items: lists.flatMap(items => [...items.values()]) };
  const error = findError(parts);
  if (error) {
    yield { type: 'lost', error };
  }
}

function* tellTrouble<T>(
  parts: readonly Part<T>[],
  event: CollectionEvent<T>,
): Generator<CollectionEvent<T>> {
  if (!findError(parts) && parts.every(({ items }) => items)) {
    yield event;
  }
}

function findError<T>(parts: readonly Part<T>[]): KubernetesError | undefined {
  return parts.find(({ error }) => error)?.error;
}
