import type {
  CopyTarget,
  ImpactResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Say, Translate } from '../../translation';

type Judged =
  | Pick<CopyTarget, 'reasons' | 'differences'>
  | Pick<ImpactResponse['requests'][number], 'reasons' | 'differences'>;

/**
 * Why another API would refuse a request, and what it would make of it: a line for each field.
 * @internal
 */
export function describeJudgement(
  { reasons, differences }: Judged,
  t: Translate,
  say: Say,
): string[] {
  const show = (value: unknown) =>
    value === undefined ? t('impact.absent') : JSON.stringify(value);
  return [
    ...reasons.map(({ path, message, wording }) =>
      `${path} ${say(wording, message)}`.trim(),
    ),
    ...differences.map(({ path, before, after }) =>
      t('impact.difference', {
        path,
        before: show(before),
        after: show(after),
      }),
    ),
  ];
}
