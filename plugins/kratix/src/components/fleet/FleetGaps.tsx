import { Alert } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { describeSilence } from '../notices/describeSilence';
import styles from './fleet.module.css';

/**
 * The platforms of which nothing is known, and why, so that nobody takes their empty column for missing services.
 * @internal
 */
export function FleetGaps({ platforms }: Pick<FleetResponse, 'platforms'>) {
  const { t } = useTexts();
  const unknown = platforms.filter(({ isKnown }) => !isKnown);
  if (unknown.length === 0) {
    return null;
  }
  return (
    <Alert
      role="status"
      icon
      status="warning"
      description={
        <ul className={styles.plain}>
          {unknown.map(({ name, title, problem }) => (
            <li key={name}>
              {t('fleet.unknownPlatform', { platform: title })}{' '}
              {problem && describeSilence(problem.reason, title, t)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
