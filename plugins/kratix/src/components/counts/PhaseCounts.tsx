import {
  phases,
  phaseTone,
  type Phase,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePhases } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './PhaseCounts.module.css';

/**
 * How many requests are in each phase, trouble first.
 * @internal
 */
export function PhaseCounts(props: {
  counts: Partial<Readonly<Record<Phase, number>>>;
}) {
  const { counts } = props;
  const { wordOf } = usePhases();
  return (
    <ul className={styles.list}>
      {phases
        .filter(phase => (counts[phase] ?? 0) > 0)
        .map(phase => (
          <li key={phase} className={styles.item}>
            <ToneIcon tone={phaseTone[phase]} size="small" isStill />
            <span className={styles.count}>{counts[phase]}</span>
            <span>{wordOf(phase)}</span>
          </li>
        ))}
    </ul>
  );
}
