import type { RequestRow } from '@kratix-portal/backstage-plugin-kratix-common';
import { usePhases, useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './lists.module.css';

/**
 * The phase of a request in a list: colour, shape and word; what is only last known says so.
 * @internal
 */
export function PhaseMark({
  request,
}: {
  request: Pick<RequestRow, 'report' | 'isStale'>;
}) {
  const { t } = useTexts();
  const phases = usePhases();
  const { word, tone } = phases.describe(request.report);
  return (
    <span className={styles.mark}>
      <ToneIcon
        tone={request.isStale ? 'unknown' : tone}
        size="small"
        isStill
      />
      <span>
        {word}
        {request.isStale && (
          <span className={styles.aside}>{t('list.stale')}</span>
        )}
      </span>
    </span>
  );
}
