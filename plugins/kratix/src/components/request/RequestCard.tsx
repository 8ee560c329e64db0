import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, Text } from '@backstage/ui';
import {
  entityAnnotations,
  phases,
  phaseWord,
  type Phase,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useRequest } from '../../hooks';
import { useTexts } from '../../translation';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { RequestStatus } from './RequestStatus';

/**
 * One request in whatever state it, its platform and the portal are.
 * @internal
 */
export function RequestCard({ requestRef }: { requestRef: RequestRef }) {
  const live = useRequest(requestRef);
  return (
    <Card>
      <CardBody>
        <RequestContent requestRef={requestRef} live={live} />
      </CardBody>
    </Card>
  );
}

function RequestContent(props: {
  requestRef: RequestRef;
  live: ReturnType<typeof useRequest>;
}) {
  const { requestRef, live } = props;
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'request', ...requestRef }}
          onRetry={live.refresh}
        >
          {live.problem.kind !== 'notFound' && <LastKnownPhase />}
        </ProblemNotice>
      );
    case 'known':
      return (
        <RequestStatus
          request={live.value}
          receivedAtMs={live.receivedAtMs}
          problem={live.problem}
        />
      );
    default:
      return live satisfies never;
  }
}

/** The catalog remembers the phase when nobody else answers. */
function LastKnownPhase() {
  const { t } = useTexts();
  const { entity } = useEntity();
  const phase = entity.metadata.annotations?.[entityAnnotations.phase];
  if (!isPhase(phase)) {
    return null;
  }
  return (
    <Text as="p" variant="body-medium">
      {t('request.lastKnownPhase', { word: phaseWord[phase] })}
    </Text>
  );
}

function isPhase(value: string | undefined): value is Phase {
  return phases.some(phase => phase === value);
}
