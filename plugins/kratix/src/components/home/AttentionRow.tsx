import type {
  AttentionItem,
  AttentionReason,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { usePhases, useSay, useTexts } from '../../translation';
import { EntityName } from '../entity/EntityName';
import { ToneIcon } from '../tone/ToneIcon';
import { describeAttention } from './describeAttention';
import styles from './home.module.css';

/**
 * One thing that needs somebody: what it is, why, and what to do now.
 * @internal
 */
export function AttentionRow(props: {
  item: AttentionItem;
  reason: AttentionReason;
}) {
  const { t } = useTexts();
  const say = useSay();
  const phases = usePhases();
  const text = describeAttention(props.item, props.reason, {
    t,
    say,
    phases,
  });
  return (
    <li className={styles.row}>
      <ToneIcon tone={text.tone} isStill />
      <div className={styles.words}>
        <p className={styles.title}>
          <EntityName
            entityRef={text.entityRef}
            title={text.title}
            className={styles.name}
          />
          <span className={styles.context}>
            {text.context.join(' · ')}
            {text.since && (
              <>
                {' · '}
                <RelativeTime time={text.since} />
              </>
            )}
          </span>
        </p>
        <p className={styles.sentence}>
          {text.sentence}{' '}
          {text.nextStep && (
            <span className={styles.next}>{text.nextStep}</span>
          )}
        </p>
      </div>
    </li>
  );
}
