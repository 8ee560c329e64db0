import { useSearchParams } from 'react-router-dom';
import { Switch, Text } from '@backstage/ui';
import {
  showName,
  type EventEntry,
  type EventsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './events.module.css';

/** In the address of the page, so that a link shows the same to a colleague. */
const NOISE = 'routine';

/**
 * Events, the newest first; what controllers write each time that they look is one click away.
 * @internal
 */
export function EventList({ answer }: { answer: EventsResponse }) {
  const { t } = useTexts();
  const [params, setParams] = useSearchParams();
  const isNoiseShown = params.has(NOISE);
  const noise = answer.events.filter(event => event.isNoise).length;
  const shown = answer.events.filter(event => isNoiseShown || !event.isNoise);
  const showNoise = (isShown: boolean) =>
    setParams(
      current => {
        const changed = new URLSearchParams(current);
        changed.delete(NOISE);
        if (isShown) {
          changed.set(NOISE, '');
        }
        return changed;
      },
      { replace: true },
    );
  return (
    <div className={styles.view}>
      {noise > 0 && (
        <Switch
          label={t('event.noise', { count: noise })}
          isSelected={isNoiseShown}
          onChange={showNoise}
        />
      )}
      {shown.length > 0 ? (
        <ol className={styles.list} aria-label={t('event.title')}>
          {shown.map(event => (
            <EventRow key={event.id} event={event} />
          ))}
        </ol>
      ) : (
        <Headline
          tone="unknown"
          word={t('event.emptyTitle')}
          sentence={t(noise > 0 ? 'event.emptyNoise' : 'event.emptyText')}
        />
      )}
      {!answer.isComplete && (
        <Text variant="body-small" color="secondary">
          {t('event.incomplete')}
        </Text>
      )}
    </div>
  );
}

function EventRow({ event }: { event: EventEntry }) {
  const { type, reason, message, subject, count, lastAt, firstAt } = event;
  const { t } = useTexts();
  const isWarning = type === 'Warning';
  return (
    <li className={styles.event}>
      <ToneIcon tone={isWarning ? 'bad' : 'good'} size="small" isStill />
      <div className={styles.words}>
        <span className={styles.message}>{message || showName(reason)}</span>
        <span className={styles.facts}>
          <span className={styles.quiet}>
            {t(isWarning ? 'event.warning' : 'event.normal')}
          </span>
          <code className={styles.reason}>{showName(reason)}</code>
          <span className={styles.quiet}>
            {subject.kind} <bdi>{showName(subject.name)}</bdi>
          </span>
          {lastAt && (
            <span className={styles.quiet}>
              <RelativeTime time={lastAt} />
            </span>
          )}
          {count > 1 && (
            <span className={styles.quiet}>
              {t('event.times', { times: String(count) })}
              {firstAt && (
                <>
                  {', '}
                  {t('event.since', { time: <RelativeTime time={firstAt} /> })}
                </>
              )}
            </span>
          )}
        </span>
      </div>
    </li>
  );
}
