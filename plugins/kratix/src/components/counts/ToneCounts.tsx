import { VisuallyHidden } from '@backstage/ui';
import {
  phases as allPhases,
  phaseTone,
  type Offer,
  type Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePhases, useList, useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './ToneCounts.module.css';

const tones: readonly Tone[] = [
  'bad',
  'waiting',
  'busy',
  'paused',
  'unknown',
  'good',
];

/**
 * How the requests to a service fare, by tone; which phases a tone stands for is told on hover and to
 * screen readers. Nothing while that is not known.
 * @internal
 */
export function ToneCounts({ phases }: Pick<Offer, 'phases'>) {
  const { t } = useTexts();
  const list = useList();
  const { wordOf } = usePhases();
  if (!phases) {
    return <span />;
  }
  const groups = tones.flatMap(tone => {
    const own = allPhases.filter(
      phase => phaseTone[phase] === tone && (phases[phase] ?? 0) > 0,
    );
    const count = own.reduce((sum, phase) => sum + (phases[phase] ?? 0), 0);
    const words = list(own.map(phase => `${phases[phase]} ${wordOf(phase)}`));
    return count > 0 ? [{ tone, count, words }] : [];
  });
  return groups.length === 0 ? (
    <span className={styles.none}>{t('home.requestsNone')}</span>
  ) : (
    <ul className={styles.tones}>
      {groups.map(({ tone, count, words }) => (
        <li key={tone} title={words}>
          <ToneIcon tone={tone} size="small" isStill />
          <span aria-hidden>{count}</span>
          <VisuallyHidden>{words}</VisuallyHidden>
        </li>
      ))}
    </ul>
  );
}
