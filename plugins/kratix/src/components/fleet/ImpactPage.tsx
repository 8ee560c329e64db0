import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, Link, Text } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useParams } from 'react-router-dom';
import { useFleet } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { LiveAnswer } from '../live/LiveAnswer';
import { PromoteLink } from '../promotion/PromoteLink';
import { ImpactAnswer } from './ImpactAnswer';
import { ImpactForm } from './ImpactForm';
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
    <div className={styles.page}>
      <nav aria-label={t('fleet.way')}>
        <Link href={`${toHome()}/fleet`}>← {t('fleet.back')}</Link>
      </nav>
      <LiveAnswer live={live} subject={{ kind: 'fleet' }}>
        {fleet => <ImpactContent promise={promise} fleet={fleet} />}
      </LiveAnswer>
    </div>
  );
}

function ImpactContent(props: { promise: string; fleet: FleetResponse }) {
  const { promise, fleet } = props;
  const { t } = useTexts();
  const [file, setFile] = useState('');
  const row = fleet.rows.find(one => one.promise === promise);
  const holders = fleet.platforms.filter(({ name }) =>
    row?.cells.some(
      ({ platform, state }) => platform === name && state === 'present',
    ),
  );
  const { question, ask } = useImpactQuestion(holders.map(({ name }) => name));
  const platform = fleet.platforms.find(({ name }) => name === question.on);
  const candidate = toCandidate(question, file);
  const service = row?.title ?? promise;
  return (
    <>
      <div className={styles.head}>
        <Text as="h2" variant="title-medium" weight="bold">
          {platform
            ? t('impact.title', { service, platform: platform.title })
            : service}
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {platform
            ? t('impact.about', { platform: platform.title })
            : t('impact.aboutAny')}
        </Text>
      </div>
      {!row?.reference ? (
        <Alert
          status="info"
          icon
          description={t('impact.nowhere', { service })}
        />
      ) : (
        <ImpactForm
          holders={holders}
          promise={promise}
          question={question}
          ask={ask}
          onFile={setFile}
        />
      )}
      {platform && candidate && (
        <PromoteLink {...{ platform, promise, candidate }} />
      )}
      {platform && candidate && (
        <ImpactAnswer
          key={`${question.on} ${question.with}`}
          platform={question.on}
          promise={promise}
          candidate={candidate}
        />
      )}
    </>
  );
}
