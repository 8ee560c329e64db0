import type { DestinationsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Live } from '../../hooks';
import { useTexts } from '../../translation';
import { describeMatches } from './describeMatches';
import { LabelHint } from './LabelHint';
import type { LabelRow } from './labelShape';

/**
 * Where labels lead, said again as they change.
 * @internal
 */
export function LabelMatches({
  live,
  ...asked
}: {
  readonly live: Live<DestinationsResponse>;
  readonly platform: string;
  readonly rows: readonly LabelRow[];
}) {
  const { t } = useTexts();
  const { text, isWarning } = describeMatches(live, asked, t);
  return <LabelHint text={text} isWarning={isWarning} />;
}
