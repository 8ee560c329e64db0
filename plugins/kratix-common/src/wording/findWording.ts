import { wordings } from './wordings';

/**
 * The English text of a key; undefined where there is none, because who sent it is newer.
 *
 * @param count - Which of two forms, for a text that has them
 * @internal
 */
export function findWording(key: string, count?: unknown): string | undefined {
  const [topic = '', name = ''] = key.split('.');
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> =
    wordings;
  const table = Object.hasOwn(tables, topic) ? tables[topic] : undefined;
  const form = `${name}_${count === 1 ? 'one' : 'other'}`;
  const found = [name, form].find(each => table && Object.hasOwn(table, each));
  return found === undefined ? undefined : table?.[found];
}
