/**
 * Control characters but tab and line breaks, marks that turn the direction of text, and characters without
 * width: what could make a name or a file look like another one (Unicode TR 36, "Trojan Source").
 */
const hidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * The text with every hidden character written out, like `\u202e`. Line breaks stay.
 * @public
 */
export function showHiddenCharacters(text: string): string {
  return text.replace(
    hidden,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A name on one line: hidden characters and line breaks written out.
 * @public
 */
export function showName(name: string): string {
  return showHiddenCharacters(name)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
}
