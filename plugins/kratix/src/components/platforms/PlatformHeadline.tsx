import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import type {
  PlatformSummary,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { describeSilence } from '../notices/describeSilence';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './platforms.module.css';

type ConnectionState = PlatformSummary['connection']['state'];

const tones: Readonly<Record<ConnectionState, Tone>> = {
  connected: 'good',
  connecting: 'busy',
  degraded: 'waiting',
  unreachable: 'bad',
};

/**
 * The platform's name and how well it can be read.
 * @internal
 */
export function PlatformHeadline(props: {
  platform: PlatformSummary;
  aside: ReactNode;
}) {
  const { title, connection } = props.platform;
  const { t } = useTexts();
  const { problem, state } = connection;
  return (
    <div className={styles.headline}>
      <ToneIcon tone={tones[state]} size="large" />
      <div className={styles.words}>
        <div className={styles.titleRow}>
          <Text as="h3" variant="title-small" weight="bold">
            {title}
          </Text>
          {props.aside}
        </div>
        <Text as="p" variant="body-medium" role="status">
          {t(`platform.${state}`)}
          {/* That it does not answer is said already. */}
          {problem && problem.reason !== 'unreachable' && (
            <>: {describeSilence(problem.reason, title, t)}</>
          )}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t(`platform.${state}Sentence`)}
          {state !== 'connected' && connection.confirmedAt && (
            <>
              {' '}
              {t('platform.confirmed', {
                time: <RelativeTime time={connection.confirmedAt} />,
              })}
            </>
          )}
        </Text>
        {problem?.message && (
          <details className={styles.says}>
            <summary>{t('platform.says')}</summary>
            <pre>{problem.message}</pre>
          </details>
        )}
      </div>
    </div>
  );
}
