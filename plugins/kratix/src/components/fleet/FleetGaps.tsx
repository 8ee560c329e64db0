import { Alert } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { describeSilence } from '../notices/describeSilence';
import styles from './fleet.module.css';

/**
 * The platforms of which nothing is known, or nothing new, and why: so that nobody takes an empty column for
 * missing services, nor an old one for what runs now.
 * @internal
 */
export function FleetGaps({ platforms }: Pick<FleetResponse, 'platforms'>) {
  const { t } = useTexts();
  const gaps = platforms.filter(({ isKnown, problem }) => !isKnown || problem);
  if (gaps.length === 0) {
    return null;
  }
  return (
    <Alert
      role="status"
      icon
      status="warning"
      description={
        <ul className={styles.plain}>
          {gaps.map(({ name, title, isKnown, problem }) => (
            <li key={name}>
              {t(isKnown ? 'fleet.lastKnown' : 'fleet.unknownPlatform', {
                platform: title,
              })}{' '}
              {problem && describeSilence(problem.reason, title, t)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
