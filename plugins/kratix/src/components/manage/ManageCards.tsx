import { Flex } from '@backstage/ui';
import type {
  OperationName,
  RequestOperationsResponse,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useWrite } from '../../hooks';
import { CopySection } from '../copies/CopySection';
import { ManageNotices } from './ManageNotices';
import type { Managing } from './Managing';
import { PreviewSection } from './preview/PreviewSection';
import { RemoveSection } from './removal/RemoveSection';
import { ReviewedRemoveSection } from './removal/ReviewedRemoveSection';
import { UpdateSection } from './UpdateSection';
import { VersionSection } from './VersionSection';
import { WaitSection } from './WaitSection';
import { WorkflowSection } from './WorkflowSection';
import styles from './manage.module.css';

/**
 * Everything that can be done, what is asked of the person first.
 * @internal
 */
export function ManageCards(props: {
  requestRef: RequestRef;
  known: RequestOperationsResponse;
  refresh: () => void;
}) {
  const { requestRef, known, refresh } = props;
  const { write, ask, settle } = useWrite<OperationName>(refresh);
  const managing: Managing = { requestRef, known, write, ask, settle };
  return (
    <Flex direction="column" gap="4" className={styles.page}>
      <ManageNotices known={known} />
      <WaitSection key={known.wait?.since} {...managing} />
      <UpdateSection {...managing} />
      <VersionSection {...managing} />
      <CopySection requestRef={requestRef} />
      <WorkflowSection {...managing} />
      <PreviewSection {...managing} />
      {known.removal ? (
        <ReviewedRemoveSection {...managing} />
      ) : (
        <RemoveSection {...managing} />
      )}
    </Flex>
  );
}
