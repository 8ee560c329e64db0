import type { Entity } from '@backstage/catalog-model';
import {
  type EntityIdentity,
  type Freshness,
  type PromiseRef,
  type RequestRef,
  type Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePromise, useRequest, type Live } from '../../hooks';
import { usePhases, useSay, useTexts } from '../../translation';
import { EntityStatus } from '../catalog/EntityStatus';
import { describePromise } from '../promise/describePromise';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './header.module.css';

type Identity = Extract<EntityIdentity, { type: 'promise' | 'request' }>;
type Unknown = Exclude<Live<unknown>, { state: 'known' }>;

/**
 * How it fares now; what the catalog last knew while nobody answers, but not of what is gone.
 * @internal
 */
export function LiveStatus(props: { entity: Entity; identity: Identity }) {
  const { entity, identity } = props;
  return identity.type === 'request' ? (
    <RequestStatus entity={entity} requestRef={identity.ref} />
  ) : (
    <PromiseStatus entity={entity} promiseRef={identity.ref} />
  );
}

function RequestStatus(props: { entity: Entity; requestRef: RequestRef }) {
  const live = useRequest(props.requestRef);
  const phases = usePhases();
  if (live.state !== 'known') {
    return <LastKnown live={live} entity={props.entity} />;
  }
  const { report, freshness } = live.value;
  const targetVersion = report.flags.availableVersion;
  return (
    <Mark
      {...phases.describe(report, { targetVersion })}
      freshness={live.problem ? 'stale' : freshness.state}
    />
  );
}

function PromiseStatus(props: { entity: Entity; promiseRef: PromiseRef }) {
  const live = usePromise(props.promiseRef);
  const { t } = useTexts();
  const say = useSay();
  if (live.state !== 'known') {
    return <LastKnown live={live} entity={props.entity} />;
  }
  return (
    <Mark
      {...describePromise(live.value, '', { t, say })}
      freshness={live.problem ? 'stale' : live.value.freshness.state}
    />
  );
}

function LastKnown(props: { live: Unknown; entity: Entity }) {
  const { live, entity } = props;
  const { t } = useTexts();
  return live.state === 'failed' && live.problem.kind === 'notFound' ? (
    <Mark tone="unknown" word={t('problem.notFoundWord')} freshness="live" />
  ) : (
    <EntityStatus entity={entity} />
  );
}

/** What nobody confirms now is not claimed. */
function Mark(props: {
  tone: Tone;
  word: string;
  freshness: Freshness['state'];
}) {
  const { t } = useTexts();
  const isStale = props.freshness === 'stale';
  return (
    <span className={styles.status}>
      <ToneIcon tone={isStale ? 'unknown' : props.tone} size="small" isStill />
      {isStale ? t('stale.word') : props.word}
    </span>
  );
}
