import {
  RiCheckLine,
  RiCloseLine,
  RiPauseLine,
  RiQuestionMark,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import type { Tone } from '@kratix-portal/backstage-plugin-kratix-common';
import styles from './ToneIcon.module.css';

const icons = {
  good: RiCheckLine,
  busy: RiLoader4Line,
  waiting: RiTimeLine,
  bad: RiCloseLine,
  paused: RiPauseLine,
  unknown: RiQuestionMark,
} satisfies Record<Tone, unknown>;

/**
 * A tone as colour and shape. Decoration only: the word always stands beside it.
 * @internal
 */
export function ToneIcon(props: {
  tone: Tone;
  size?: 'small' | 'medium' | 'large';
  /** Does not turn even while busy: a list of turning icons is a nuisance. */
  isStill?: boolean;
}) {
  const { tone, size = 'medium', isStill = false } = props;
  const Icon = icons[tone];
  return (
    <span
      aria-hidden="true"
      className={[styles.icon, styles[tone], styles[size]].join(' ')}
    >
      <Icon className={isStill ? styles.glyph : styles.movingGlyph} />
    </span>
  );
}
