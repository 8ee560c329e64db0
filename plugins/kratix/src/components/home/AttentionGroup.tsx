import { useRouteRef } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  requestListPath,
  type AttentionItem,
  type AttentionReason,
  type AttentionResponse,
  type Phase,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { AttentionRow } from './AttentionRow';
import styles from './home.module.css';

/**
 * What needs somebody for one reason: the first of it, and the way to the rest.
 * @internal
 */
export function AttentionGroup(props: {
  group: AttentionResponse['groups'][number];
  stuckAfterMinutes: number;
}) {
  const { reason, total, items } = props.group;
  const { t } = useTexts();
  const title = t(`home.reason.${reason}`, {
    minutes: String(props.stuckAfterMinutes),
  });
  return (
    <section aria-label={title}>
      <Text
        as="h3"
        variant="body-medium"
        weight="bold"
        className={styles.reason}
      >
        {title} <span className={styles.total}>{total}</span>
      </Text>
      <ul className={styles.rows}>
        {items.map(item => (
          <AttentionRow key={keyOf(item)} item={item} reason={reason} />
        ))}
      </ul>
      {total > items.length && (
        <More reason={reason} rest={total - items.length} />
      )}
    </section>
  );
}

/** Phases of the requests in a group. The group may have other objects too, and not all requests in these phases. */
const phasesOf: Partial<Record<AttentionReason, readonly Phase[]>> = {
  failed: ['Failed', 'DeleteFailed'],
  delivery: ['WriteFailed', 'Unschedulable', 'Misplaced'],
  unhealthy: ['Unhealthy', 'Degraded'],
  waiting: ['Suspended', 'DeleteSuspended'],
  unavailable: ['WaitingForPromise'],
  stuck: ['Pending', 'Running', 'Upgrading', 'Scheduling', 'Deleting'],
};

function More({ reason, rest }: { reason: AttentionReason; rest: number }) {
  const { t } = useTexts();
  const toHome = useRouteRef(rootRouteRef);
  const phase = phasesOf[reason];
  return (
    <p className={styles.more}>
      {t('home.moreItems', { count: rest })}{' '}
      {phase && (
        <Link
          href={`${toHome()}${requestListPath({
            phase: [...phase],
            sort: 'createdAt',
          })}`}
        >
          {t('home.showRequests')}
        </Link>
      )}
    </p>
  );
}

function keyOf(item: AttentionItem): string {
  switch (item.type) {
    case 'request':
      return Object.values(item.request.ref).join('/');
    case 'promise':
      return Object.values(item.promise.ref).join('/');
    case 'platform':
      return item.platform;
    case 'object': {
      const { kind, namespace, name, code, path } = item.problem;
      return [item.platform, kind, namespace, name, code, path].join('/');
    }
    default:
      return item satisfies never;
  }
}
