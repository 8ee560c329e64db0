import type { CompoundEntityRef } from '@backstage/catalog-model';
import { Card, CardBody, Flex } from '@backstage/ui';
import type { PromiseRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { usePromise } from '../../hooks';
import { LiveAnswer } from '../live/LiveAnswer';
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
  return (
    <Flex direction="column" gap="6">
      <LiveAnswer
        live={live}
        subject={{
          kind: 'promise',
          name: title,
          platform: promiseRef.platform,
        }}
        platformTitle={({ platformTitle }) => platformTitle}
      >
        {promise => (
          <PromiseStatus
            promise={promise}
            title={title}
            templateRef={templateRef}
          />
        )}
      </LiveAnswer>
    </Flex>
  );
}
