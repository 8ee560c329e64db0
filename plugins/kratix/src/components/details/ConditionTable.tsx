import type { Condition } from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import styles from './details.module.css';

/**
 * Kratix's own conditions, untouched, for those who know them.
 * @internal
 */
export function ConditionTable(props: { conditions: readonly Condition[] }) {
  const { t } = useTexts();
  return (
    <div
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={t('request.conditions')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('condition.type')}</th>
            <th scope="col">{t('condition.status')}</th>
            <th scope="col">{t('condition.reason')}</th>
            <th scope="col">{t('condition.message')}</th>
            <th scope="col">{t('condition.since')}</th>
          </tr>
        </thead>
        <tbody>
          {props.conditions.map(condition => (
            <tr key={condition.type}>
              <th scope="row">{condition.type}</th>
              <td>{condition.status}</td>
              <td>{condition.reason}</td>
              <td>{condition.message}</td>
              <td>
                {condition.lastTransitionTime && (
                  <RelativeTime time={condition.lastTransitionTime} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
