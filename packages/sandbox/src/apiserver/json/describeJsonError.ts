/** Why a text is no JSON, in the words of Go's encoding/json. @internal */
export function describeJsonError(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  const character = position === undefined ? '' : text[Number(position)] ?? '';
  if (character === '') {
    return 'unexpected end of JSON input';
  }
  const [, where] = places.find(([pattern]) => pattern.test(message)) ?? [];
  return `invalid character ${quote(character)} ${
    where ?? 'looking for beginning of value'
  }`;
}

/** What V8 says, and what Go says there. */
const places: readonly (readonly [RegExp, string])[] = [
  [/property name/, 'looking for beginning of object key string'],
  [/Expected ':'/, 'after object key'],
  [/after property value/, 'after object key:value pair'],
  [/after array element/, 'after array element'],
  [/after JSON/, 'after top-level value'],
  [/control character/, 'in string literal'],
];

function quote(character: string): string {
  return character === "'"
    ? `'\\''`
    : `'${JSON.stringify(character).slice(1, -1).replace('\\"', '"')}'`;
}
