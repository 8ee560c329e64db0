import { VisuallyHidden } from '@backstage/ui';
import {
  phaseTone,
  type RequestRow,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePhases, useTexts } from '../../translation';
import { EntityName } from '../entity/EntityName';
import { PhaseMark } from '../lists/PhaseMark';
import styles from './parts.module.css';

/**
 * One part: what it is, how it fares, and where something is wrong, why.
 * @internal
 */
export function PartRow(props: { request: RequestRow; depth: number }) {
  const { request, depth } = props;
  const { t } = useTexts();
  const phases = usePhases();
  const { sentence } = phases.describe(request.report, {
    promiseTitle: request.promiseTitle,
  });
  const tone = phaseTone[request.report.phase];
  return (
    <li
      className={styles.row}
      style={{ paddingInlineStart: `${(depth - 1) * 1.5}rem` }}
    >
      <span className={styles.what}>
        <EntityName entityRef={request.entityRef} title={request.title} />
        <span className={styles.kind}>{request.promiseTitle}</span>
        {depth > 1 && (
          <VisuallyHidden>
            {t('parts.level', { depth: String(depth) })}
          </VisuallyHidden>
        )}
      </span>
      <PhaseMark request={request} />
      {(tone === 'bad' || tone === 'waiting') && (
        <span className={styles.why}>{sentence}</span>
      )}
    </li>
  );
}
