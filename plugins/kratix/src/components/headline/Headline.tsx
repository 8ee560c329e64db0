import type { ReactNode } from 'react';
import { Text, VisuallyHidden } from '@backstage/ui';
import type { Tone } from '@kratix-portal/backstage-plugin-kratix-common';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './Headline.module.css';

/**
 * The first line of a card: is it ready, and if not, why, and what now.
 * @internal
 */
export function Headline(props: {
  tone: Tone;
  word: string;
  sentence?: ReactNode;
  nextStep?: ReactNode;
  aside?: ReactNode;
}) {
  const { tone, word, sentence, nextStep, aside } = props;
  return (
    <div className={styles.root}>
      <ToneIcon tone={tone} size="large" />
      <div className={styles.words}>
        <Text as="h3" variant="title-small" weight="bold">
          {word}
        </Text>
        {sentence && (
          <Text as="p" variant="body-medium">
            {sentence}
          </Text>
        )}
        {nextStep && (
          <Text as="p" variant="body-medium" color="secondary">
            {nextStep}
          </Text>
        )}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
      {/* Only the word is announced: the sentence holds a duration that ticks. */}
      <VisuallyHidden role="status" aria-live="polite">
        {word}
      </VisuallyHidden>
    </div>
  );
}
