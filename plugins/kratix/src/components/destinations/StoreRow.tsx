import {
  showName,
  type StateStoreSummary,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ReadinessRow } from './ReadinessRow';
import styles from './destinations.module.css';

/**
 * One state store: where it is, and whether its last check went well.
 * @internal
 */
export function StoreRow({ store }: { store: StateStoreSummary }) {
  const { name, kind, location, branch, readiness } = store;
  const where = [location, branch].filter(Boolean).join(' · ');
  return (
    <ReadinessRow name={name} readiness={readiness} detail={kind}>
      {where && <code className={styles.where}>{showName(where)}</code>}
    </ReadinessRow>
  );
}
