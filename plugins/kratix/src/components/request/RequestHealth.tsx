import type {
  RequestResponse,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './request.module.css';

type Health = RequestResponse['report']['flags']['health'];

const tones: Readonly<Record<Health, Tone>> = {
  noData: 'unknown',
  unknown: 'unknown',
  ready: 'good',
  healthy: 'good',
  degraded: 'waiting',
  unhealthy: 'bad',
  other: 'unknown',
};

/**
 * How the thing itself feels, as its health checks report, and when they last looked.
 * @internal
 */
export function RequestHealth({ request }: { request: RequestResponse }) {
  const { t } = useTexts();
  const { health } = request.report.flags;
  const lastRunSeconds = Math.max(
    ...(request.health?.records ?? []).map(
      record => record.lastRunSeconds ?? 0,
    ),
    0,
  );
  return (
    <>
      <ToneIcon tone={tones[health]} size="small" />
      {t(`health.${health}`)}
      {lastRunSeconds > 0 && (
        <span className={styles.muted}>
          {t('request.healthChecked', {
            time: <RelativeTime time={lastRunSeconds * 1_000} />,
          })}
        </span>
      )}
    </>
  );
}
