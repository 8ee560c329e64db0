import type { ReactNode } from 'react';
import {
  showName,
  type Readiness,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import { readinessTone } from './readinessTone';
import styles from './destinations.module.css';

/**
 * A named thing with its readiness, and what it says when it is not ready.
 * @internal
 */
export function ReadinessRow(props: {
  name: string;
  readiness: Readiness;
  detail?: string;
  children?: ReactNode;
}) {
  const { name, readiness, detail, children } = props;
  const { state, message, since } = readiness;
  const { t } = useTexts();
  const isTrouble = state === 'notReady' || state === 'missing';
  return (
    <li className={styles.row}>
      <ToneIcon tone={readinessTone[state]} size="small" isStill />
      <div className={styles.words}>
        <span className={styles.head}>
          <strong>
            <bdi>{showName(name)}</bdi>
          </strong>
          <span className={styles.quiet}>
            {t(`readiness.${state}`)}
            {isTrouble && since && (
              <>
                {' · '}
                <RelativeTime time={since} />
              </>
            )}
          </span>
          {detail && <span className={styles.quiet}>{detail}</span>}
        </span>
        {children}
        {isTrouble && message && (
          <span className={styles.message}>{message}</span>
        )}
      </div>
    </li>
  );
}
