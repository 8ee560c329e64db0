import type { Wording, WordingList, WordingParam } from './Wording';

/**
 * A language, as far as it is needed here.
 * @public
 */
export interface WordingWriter {
  /** One text; what stands in it is in the language already. */
  write(key: string, params: Readonly<Record<string, string | number>>): string;
  /** Several words as one. */
  join(words: readonly string[], as: 'all' | 'or'): string;
}

/**
 * Puts something in a language, with everything within it.
 * @public
 */
export function writeWording(
  { key, params = {} }: Wording,
  writer: WordingWriter,
): string {
  const written = Object.entries(params).map(([name, value]) => [
    name,
    // A count chooses the form of the text, so it stays a number.
    typeof value === 'number' ? value : writeParam(value, writer),
  ]);
  return writer.write(key, Object.fromEntries(written));
}

function writeParam(
  value: Exclude<WordingParam, number>,
  writer: WordingWriter,
): string {
  if (typeof value === 'string') {
    return value;
  }
  return isList(value)
    ? writer.join(
        value.list.map(each => writeParam(each, writer)),
        value.join ?? 'all',
      )
    : writeWording(value, writer);
}

/** @internal */
export function isList(value: Wording | WordingList): value is WordingList {
  return 'list' in value;
}
