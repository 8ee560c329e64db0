import { showHiddenCharacters } from '@kratix-portal/backstage-plugin-kratix-common';

/** Colours and cursor movements of a terminal. */
const escapes =
  // eslint-disable-next-line no-control-regex
  /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/**
 * What a cluster says, for a log that people read in a terminal: colours are left out, and whatever else could hide
 * or overwrite a text is written out.
 * @internal
 */
export function toLogLine(text: string): string {
  return showHiddenCharacters(text.replace(escapes, ''))
    .replace(/\r(?=\n|$)/g, '')
    .replace(/\r/g, '\\r');
}
