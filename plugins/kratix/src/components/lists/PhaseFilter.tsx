import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  phases,
  phaseTone,
  phaseWord,
  type Phase,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
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
  const shown = phases.filter(
    phase => (counts[phase] ?? 0) > 0 || chosen.includes(phase),
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <ToggleButtonGroup
      aria-label={t('list.phases')}
      className={styles.phases}
      selectionMode="multiple"
      selectedKeys={new Set(chosen)}
      onSelectionChange={keys =>
        onChoose(phases.filter(phase => keys.has(phase)))
      }
    >
      {shown.map(phase => (
        <ToggleButton key={phase} id={phase} size="small">
          <span className={styles.phase}>
            <ToneIcon tone={phaseTone[phase]} size="small" isStill />
            {phaseWord[phase]}
            <span className={styles.count}>{counts[phase] ?? 0}</span>
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
