import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, Flex, Text } from '@backstage/ui';
import {
  entityAnnotations,
  phases,
  type Phase,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useRequest } from '../../hooks';
import { usePhases, useTexts } from '../../translation';
import { LiveAnswer } from '../live/LiveAnswer';
import { RequestStatus } from './RequestStatus';

/**
 * One request in whatever state it, its platform and the portal are.
 * @internal
 */
export function RequestCard({ requestRef }: { requestRef: RequestRef }) {
  const live = useRequest(requestRef);
  const isGone = live.state === 'failed' && live.problem.kind === 'notFound';
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="6">
          <LiveAnswer
            live={live}
            subject={{ kind: 'request', ...requestRef }}
            platformTitle={({ platformTitle }) => platformTitle}
            fallback={!isGone && <LastKnownPhase />}
          >
            {request => <RequestStatus request={request} />}
          </LiveAnswer>
        </Flex>
      </CardBody>
    </Card>
  );
}

/** The catalog remembers the phase when nobody else answers. */
function LastKnownPhase() {
  const { t } = useTexts();
  const { wordOf } = usePhases();
  const { entity } = useEntity();
  const phase = entity.metadata.annotations?.[entityAnnotations.phase];
  if (!isPhase(phase)) {
    return null;
  }
  return (
    <Text as="p" variant="body-medium">
      {t('request.lastKnownPhase', { word: wordOf(phase) })}
    </Text>
  );
}

function isPhase(value: string | undefined): value is Phase {
  return phases.some(phase => phase === value);
}
