import {
  matchDestination,
  type DestinationMatch,
  type DestinationsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Live } from '../../hooks';
import type { Translate } from '../../translation';
import type { LabelRow } from './labelShape';

const MOST_NAMED = 4;

/**
 * Where labels lead, as far as it is known: which Destinations have them, or which comes nearest. The Promise
 * may ask for more, so it is no promise.
 * @internal
 */
export function describeMatches(
  live: Live<DestinationsResponse>,
  asked: { readonly rows: readonly LabelRow[]; readonly platform: string },
  t: Translate,
): { readonly text: string; readonly isWarning: boolean } {
  const { rows, platform } = asked;
  const calm = (text: string) => ({ text, isWarning: false });
  switch (live.state) {
    case 'loading':
      return calm(t('labels.loading'));
    case 'failed':
      return calm(
        live.problem.kind === 'forbidden'
          ? t('labels.forbidden')
          : t('labels.unknown'),
      );
    case 'known': {
      const { destinations } = live.value;
      if (!destinations) {
        return calm(t('labels.unknown'));
      }
      if (destinations.length === 0) {
        return calm(t('labels.noDestinations', { platform }));
      }
      if (rows.length === 0) {
        return calm(t('labels.noneChosen'));
      }
      const matches = destinations.map(({ name, labels, isStrict }) =>
        matchDestination(rows, { name, labels, strictMatchLabels: isStrict }),
      );
      return describeKnown(matches, t);
    }
    default:
      return live satisfies never;
  }
}

function describeKnown(
  matches: readonly DestinationMatch[],
  t: Translate,
): { readonly text: string; readonly isWarning: boolean } {
  const names = matches.filter(({ isMatch }) => isMatch).map(one => one.name);
  if (names.length > 0) {
    const some = names.sort().slice(0, MOST_NAMED).join(', ');
    const count = names.length - MOST_NAMED;
    return {
      isWarning: false,
      text: t('labels.matches', {
        count: names.length,
        names:
          count > 0
            ? t('labels.andMore', { names: some, more: String(count) })
            : some,
      }),
    };
  }
  const [nearest] = matches
    .filter(({ obstacle, unmet }) => !obstacle && unmet.length > 0)
    .sort((one, other) => one.unmet.length - other.unmet.length);
  const unmet = nearest?.unmet
    .slice(0, 2)
    .map(({ key, actual }) =>
      actual === undefined
        ? t('labels.unmetAbsent', { key })
        : t('labels.unmetOther', { key, actual }),
    );
  return {
    isWarning: true,
    text: [
      t('labels.noMatch'),
      ...(nearest && unmet
        ? [t('labels.nearest', { name: nearest.name, unmet: unmet.join(', ') })]
        : []),
    ].join(' '),
  };
}
