import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Card, CardBody, Flex, Link, Text } from '@backstage/ui';
import type {
  FleetResponse,
  ImpactCandidate,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useParams } from 'react-router-dom';
import { useFleet, useImpact } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { ImpactForm } from './ImpactForm';
import { ImpactReport } from './ImpactReport';
import { toCandidate, useImpactQuestion } from './useImpactQuestion';
import styles from './fleet.module.css';

/**
 * What another state of a service would mean on a platform, and for whom.
 * @internal
 */
export function ImpactPage() {
  const { t } = useTexts();
  const { promise = '' } = useParams();
  const toHome = useRouteRef(rootRouteRef);
  const live = useFleet();
  return (
    <Flex direction="column" gap="4">
      <nav>
        <Link href={`${toHome()}/fleet`}>← {t('fleet.back')}</Link>
      </nav>
      {live.state === 'loading' && <CardSkeleton />}
      {live.state === 'failed' && (
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'promise', name: promise, platform: '' }}
          onRetry={live.refresh}
        />
      )}
      {live.state === 'known' && (
        <ImpactContent promise={promise} fleet={live.value} />
      )}
    </Flex>
  );
}

function ImpactContent(props: { promise: string; fleet: FleetResponse }) {
  const { promise, fleet } = props;
  const { t } = useTexts();
  const { question, ask } = useImpactQuestion();
  const [file, setFile] = useState('');
  const row = fleet.rows.find(one => one.promise === promise);
  const platform = fleet.platforms.find(({ name }) => name === question.on);
  const candidate = toCandidate(question, file);
  return (
    <>
      <div className={styles.head}>
        <Text as="h2" variant="title-medium" weight="bold">
          {platform
            ? t('impact.title', {
                service: row?.title ?? promise,
                platform: platform.title,
              })
            : (row?.title ?? promise)}
        </Text>
        {platform && (
          <Text as="p" variant="body-medium" color="secondary">
            {t('impact.about', { platform: platform.title })}
          </Text>
        )}
      </div>
      <ImpactForm
        fleet={fleet}
        promise={promise}
        question={question}
        ask={ask}
        onFile={setFile}
      />
      {platform && candidate && (
        <Answer
          key={`${question.on} ${question.with}`}
          platform={question.on}
          promise={promise}
          candidate={candidate}
        />
      )}
    </>
  );
}

function Answer(props: {
  platform: string;
  promise: string;
  candidate: ImpactCandidate;
}) {
  const { platform, promise, candidate } = props;
  const live = useImpact({ platform, promise }, candidate);
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'promise', name: promise, platform }}
          onRetry={live.refresh}
        />
      );
    case 'known':
      return (
        <Card>
          <CardBody>
            <ImpactReport report={live.value} />
          </CardBody>
        </Card>
      );
    default:
      return live satisfies never;
  }
}
