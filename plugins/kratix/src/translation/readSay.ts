import {
  appLanguageApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { createWordingWriter, type Say } from './createWordingWriter';
import { readTexts } from './readTexts';

/**
 * What `useSay` is for components, for what is none.
 * @internal
 */
export async function readSay(apiHolder: ApiHolder): Promise<Say> {
  const t = await readTexts(apiHolder);
  const { language = 'en' } =
    apiHolder.get(appLanguageApiRef)?.getLanguage() ?? {};
  return createWordingWriter(t, language);
}
