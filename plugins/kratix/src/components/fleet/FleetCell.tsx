import { Link } from '@backstage/ui';
import type { FleetCellResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { ToneCounts } from '../counts/ToneCounts';
import { ToneIcon } from '../tone/ToneIcon';
import { differences, toneOfWord, wordOf } from './describeCell';
import styles from './fleet.module.css';

/**
 * One service on one platform: its version, how it differs, and how its requests fare.
 * @internal
 */
export function FleetCell(props: {
  cell: FleetCellResponse;
  isReference: boolean;
  /** To the comparison; absent where there is nothing to compare. */
  href: string | undefined;
  label: string;
}) {
  const { cell, isReference, href, label } = props;
  const { t } = useTexts();
  const word = wordOf(cell);
  const what = differences.filter(mark => cell.marks.includes(mark));
  const says = isReference ? t('fleet.isReference') : t(`fleet.mark.${word}`);
  return (
    <div className={styles.cell}>
      {cell.state === 'present' && (
        <span className={styles.version}>
          {cell.version ?? t('fleet.unversioned')}
        </span>
      )}
      <span className={styles.mark}>
        {!isReference && (
          <ToneIcon tone={toneOfWord[word]} size="small" isStill />
        )}
        {href && !isReference ? (
          <Link href={href} aria-label={`${says}. ${label}`}>
            {says}
          </Link>
        ) : (
          <span className={isReference ? styles.quiet : undefined}>{says}</span>
        )}
      </span>
      {what.length > 0 && !isReference && (
        <span className={styles.quiet}>
          {what.map(mark => t(`fleet.what.${mark}`)).join(', ')}
        </span>
      )}
      {cell.phases && <ToneCounts phases={cell.phases} />}
    </div>
  );
}
