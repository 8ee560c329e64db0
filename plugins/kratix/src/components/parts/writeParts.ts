import type {
  PartsText,
  PartsTrouble,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Translate } from '../../translation';

/**
 * How a compound fares, in one sentence: `2 of 3 parts ready; cache: failed.`
 * @internal
 */
export function writeParts(
  { ready, total, troubles }: PartsText,
  t: Translate,
): string {
  return [
    t('parts.ready', { count: total, ready: String(ready) }),
    ...troubles.map(trouble => writeTrouble(trouble, t)),
  ]
    .join('; ')
    .concat('.');
}

function writeTrouble(
  { phase, titles, more }: PartsTrouble,
  t: Translate,
): string {
  const named = titles.join(', ');
  return t('parts.trouble', {
    titles:
      more > 0
        ? t('parts.andMore', { titles: named, more: String(more) })
        : named,
    word: t(`parts.word.${phase}`),
  });
}
