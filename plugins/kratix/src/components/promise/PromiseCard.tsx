import type { CompoundEntityRef } from '@backstage/catalog-model';
import { Card, CardBody } from '@backstage/ui';
import type { PromiseRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { usePromise } from '../../hooks';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { PromiseStatus } from './PromiseStatus';

/**
 * @internal
 */
export interface PromiseCardProps {
  readonly promiseRef: PromiseRef;
  /** What people call the service. */
  readonly title: string;
  /** The Template that orders from it. */
  readonly templateRef?: CompoundEntityRef;
}

/**
 * One service in whatever state it, its platform and the portal are.
 * @internal
 */
export function PromiseCard(props: PromiseCardProps) {
  return (
    <Card>
      <CardBody>
        <PromiseContent {...props} />
      </CardBody>
    </Card>
  );
}

function PromiseContent(props: PromiseCardProps) {
  const { promiseRef, title, templateRef } = props;
  const live = usePromise(promiseRef);
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={{
            kind: 'promise',
            name: title,
            platform: promiseRef.platform,
          }}
          onRetry={live.refresh}
        />
      );
    case 'known':
      return (
        <PromiseStatus
          promise={live.value}
          title={title}
          templateRef={templateRef}
          receivedAtMs={live.receivedAtMs}
          problem={live.problem}
        />
      );
    default:
      return live satisfies never;
  }
}
