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
  /** What somebody else says about it, in their words. */
  message?: string;
  /** What can be done now, below the words. */
  action?: ReactNode;
  aside?: ReactNode;
}) {
  const { tone, word, nextStep, message, action, aside } = props;
  const { title, sentence } = joinWordAndSentence(word, props.sentence);
  return (
    <div className={styles.root}>
      <ToneIcon tone={tone} size="large" />
      <div className={styles.words}>
        <Text as="h3" variant="title-small" weight="bold">
          {title}
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
        {message && <div className={styles.message}>{message}</div>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
      {/* Only the word is announced: the sentence holds a duration that ticks. */}
      <VisuallyHidden role="status" aria-live="polite">
        {word}
      </VisuallyHidden>
    </div>
  );
}

/** "Ready" above "Ready for 3 days." would say it twice. */
function joinWordAndSentence(word: string, sentence: ReactNode) {
  const repeats =
    typeof sentence === 'string' &&
    sentence.startsWith(word) &&
    sentence.indexOf('.') === sentence.length - 1;
  return repeats
    ? { title: sentence.slice(0, -1), sentence: undefined }
    : { title: word, sentence };
}
