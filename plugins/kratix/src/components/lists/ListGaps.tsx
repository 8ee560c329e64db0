import { Alert } from '@backstage/ui';
import type { ListGap } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts, type Translate } from '../../translation';
import { describeSilence } from '../notices/describeSilence';
import styles from './lists.module.css';

/** A list of everything that is missing would hide the list. */
const mostShown = 5;

/**
 * What a list cannot hold or vouch for: missing is not gone.
 * @internal
 */
export function ListGaps({ gaps }: { gaps: readonly ListGap[] }) {
  const { t } = useTexts();
  if (gaps.length === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      description={
        <ul className={styles.gaps}>
          {gaps.slice(0, mostShown).map(gap => (
            <li key={`${gap.platform} ${gap.promise ?? ''}`}>
              {describeGap(gap, t)}
            </li>
          ))}
          {gaps.length > mostShown && (
            <li>{t('home.moreItems', { count: gaps.length - mostShown })}</li>
          )}
        </ul>
      }
    />
  );
}

function describeGap(gap: ListGap, t: Translate): string {
  const platform = gap.platformTitle;
  const { promise, problem } = gap;
  if (gap.state === 'unknown') {
    return promise
      ? t('list.unknownPromise', { platform, promise })
      : t('list.unknownPlatform', { platform });
  }
  const why = describeSilence(problem?.reason, platform, t);
  return promise
    ? t('list.stalePromise', { platform, promise, why })
    : t('list.stalePlatform', { platform, why });
}
