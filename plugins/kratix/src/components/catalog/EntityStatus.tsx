import type { Entity } from '@backstage/catalog-model';
import {
  entityAnnotations,
  phases,
  phaseTone,
  type Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  usePhases,
  useTexts,
  type Phases,
  type Translate,
} from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './catalog.module.css';

/**
 * How something that Kratix made fares, as the catalog last knew. Nothing for anything else.
 * @internal
 */
export function EntityStatus({ entity }: { entity: Entity }) {
  const { t } = useTexts();
  const words = usePhases();
  const status = readStatus(entity, t, words);
  return status ? (
    <span className={styles.status}>
      <ToneIcon tone={status.tone} size="small" isStill />
      {status.word}
    </span>
  ) : null;
}

function readStatus(
  { metadata: { annotations = {} } }: Entity,
  t: Translate,
  { wordOf }: Phases,
): { readonly word: string; readonly tone: Tone } | undefined {
  const state = annotations[entityAnnotations.promiseState];
  if (state === 'gone') {
    return { word: t('promise.gone'), tone: 'bad' };
  }
  if (state === 'paused') {
    return { word: t('promise.paused'), tone: 'paused' };
  }
  const phase = phases.find(
    each => each === annotations[entityAnnotations.phase],
  );
  if (phase) {
    return { word: wordOf(phase), tone: phaseTone[phase] };
  }
  switch (annotations[entityAnnotations.availability]) {
    case 'available':
      return { word: t('promise.available'), tone: 'good' };
    case 'unavailable':
      return { word: t('promise.unavailable'), tone: 'waiting' };
    case 'notReported':
      return { word: t('promise.notReported'), tone: 'unknown' };
    default:
      return undefined;
  }
}
