import { ToggleButton } from '@backstage/ui';
import {
  phases,
  phaseTone,
  type Phase,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePhases, useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './lists.module.css';

/**
 * How many requests are in each phase, trouble first; each shows only its own.
 * @internal
 */
export function PhaseFilter(props: {
  counts: Partial<Readonly<Record<Phase, number>>>;
  chosen: readonly Phase[];
  onChoose: (phases: Phase[]) => void;
}) {
  const { counts, chosen, onChoose } = props;
  const { t } = useTexts();
  const { wordOf } = usePhases();
  const shown = phases.filter(
    phase => (counts[phase] ?? 0) > 0 || chosen.includes(phase),
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <div role="group" aria-label={t('list.phases')} className={styles.phases}>
      {shown.map(phase => (
        <ToggleButton
          key={phase}
          size="small"
          isSelected={chosen.includes(phase)}
          onChange={isChosen =>
            onChoose(
              phases.filter(each =>
                each === phase ? isChosen : chosen.includes(each),
              ),
            )
          }
        >
          <span className={styles.phase}>
            <ToneIcon tone={phaseTone[phase]} size="small" isStill />
            {wordOf(phase)}{' '}
            <span className={styles.count}>{counts[phase] ?? 0}</span>
          </span>
        </ToggleButton>
      ))}
    </div>
  );
}
