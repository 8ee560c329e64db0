import { Link } from '@backstage/ui';
import type { FleetCellResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ReactNode } from 'react';
import { RelativeTime } from '../../time';
import { useList, useTexts } from '../../translation';
import { ToneCounts } from '../counts/ToneCounts';
import { differences, toneOfWord, wordOf } from './describeCell';
import styles from './fleet.module.css';

/**
 * One service on one platform: its version, how it differs, whether it can be ordered, and how its requests fare.
 * @internal
 */
export function FleetCell(props: {
  cell: FleetCellResponse;
  isReference: boolean;
  /** To the comparison; absent where there is nothing to compare. */
  href: string | undefined;
  label: string;
  /** The way to what is missing. */
  children?: ReactNode;
}) {
  const { cell, isReference, href, label, children } = props;
  const { t } = useTexts();
  const difference = useDifference(cell);
  const word = wordOf(cell);
  const isPlain = isReference || word === 'same';
  return (
    <div className={styles.cell}>
      <span className={styles.state}>
        {cell.state === 'present' && (
          <span className={styles.version}>
            {cell.version ?? t('fleet.unversioned')}
          </span>
        )}
        <span
          className={isPlain ? styles.quiet : styles.pill}
          data-tone={toneOfWord[word]}
        >
          {isReference ? t('fleet.isReference') : t(`fleet.mark.${word}`)}
        </span>
      </span>
      {!isPlain && href && (
        <Link
          href={href}
          aria-label={`${difference}. ${label}`}
          className={styles.compare}
        >
          {difference}
        </Link>
      )}
      {cell.availability === 'unavailable' && (
        <span className={styles.pill} data-tone="bad">
          {t('fleet.unavailable')}
        </span>
      )}
      {cell.createdAt && (
        <span className={styles.quiet}>
          {t('fleet.age', { time: <RelativeTime time={cell.createdAt} /> })}
        </span>
      )}
      {cell.phases && <ToneCounts phases={cell.phases} />}
      {children}
    </div>
  );
}

function useDifference({ marks }: FleetCellResponse): string {
  const { t } = useTexts();
  const list = useList();
  const what = differences.filter(mark => marks.includes(mark));
  return what.length > 0
    ? t('fleet.differs', {
        what: list(what.map(mark => t(`fleet.what.${mark}`))),
      })
    : t('fleet.onlyVersion');
}
