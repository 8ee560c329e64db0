import type { CrdSchema } from '../../crdSchema/crdSchema';
import { cutText } from '../../kubernetes/reading/bounds';
import { showHiddenCharacters } from '../../names/hiddenCharacters';
import { titleFromName } from '../../names/titleFromName';
import { readPortalHints, type PortalHints } from './portalHints';

const longest = 200;

/**
 * What a property is called, wherever it is shown: as its author says, else after its name.
 * @internal
 */
export function fieldTitle(
  name: string,
  schema: CrdSchema,
  hints: Pick<PortalHints, 'title'> = readPortalHints(schema),
): string {
  const { title } = schema;
  const plain = typeof title === 'string' ? title.trim() : '';
  const own = hints.title ?? plain;
  return own
    ? cutText(showHiddenCharacters(own), longest)
    : titleFromName(name);
}
