import { Text } from '@backstage/ui';
import type { DestinationsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Live } from '../../hooks';
import { useTexts } from '../../translation';
import fieldStyles from '../fields.module.css';
import { describeMatches } from './describeMatches';
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
  return (
    <div className={fieldStyles.hint} aria-live="polite">
      <Text
        as="span"
        variant="body-small"
        color={isWarning ? 'warning' : 'secondary'}
      >
        {text}
      </Text>
    </div>
  );
}
