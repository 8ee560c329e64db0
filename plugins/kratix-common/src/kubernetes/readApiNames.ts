import { z } from 'zod';
import type { PromiseApi } from '../model';
import { childObject } from './reading/readField';

/** More than any API has. */
const MAX_NAMES = 100;

/**
 * The names of a CRD beside its kind and plural: by them people ask kubectl for it.
 * @internal
 */
export function readApiNames(
  crd: Record<string, unknown>,
): Pick<PromiseApi, 'singular' | 'listKind' | 'shortNames' | 'categories'> {
  const names = childObject(childObject(crd, 'spec'), 'names');
  const { singular, listKind } = names;
  return {
    ...(typeof singular === 'string' && singular && { singular }),
    ...(typeof listKind === 'string' && listKind && { listKind }),
    ...readWords('shortNames', names),
    ...readWords('categories', names),
  };
}

function readWords(
  key: 'shortNames' | 'categories',
  names: Record<string, unknown>,
): Pick<PromiseApi, typeof key> {
  const words =
    z.array(z.string()).max(MAX_NAMES).safeParse(names[key]).data ?? [];
  return words.length > 0 ? { [key]: words } : {};
}
