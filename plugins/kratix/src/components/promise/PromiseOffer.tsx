import type { ReactNode } from 'react';
import type {
  PromiseResponse,
  RelatedPromise,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePromiseAbout } from '../../hooks';
import { useTexts } from '../../translation';
import { isRequirementMissing } from './describePromise';
import { PromiseFields } from './PromiseFields';
import { PromiseRequests } from './PromiseRequests';
import { PromiseRevisions } from './PromiseRevisions';
import { RelatedPromises } from './RelatedPromises';

/**
 * How its requests fare, what a service asks for, its versions, and the services around it. The state of the service itself is
 * shown without waiting for it; of what it requires that is known already.
 * @internal
 */
export function PromiseOffer(props: {
  promise: PromiseResponse;
  /** Stands after what it asks for. */
  children: ReactNode;
}) {
  const { promise, children } = props;
  const { t } = useTexts();
  const live = usePromiseAbout(promise.ref);
  const about = live.state === 'known' ? live.value : undefined;
  const requires: readonly RelatedPromise[] =
    about?.requires ??
    promise.requiredPromises.map(required => ({
      ...required,
      title: required.name,
    }));
  return (
    <>
      <PromiseRequests phases={about?.offer.phases ?? promise.phases} />
      {about?.offer.api && <PromiseFields fields={about.fields} />}
      {children}
      <RelatedPromises
        title={t('promise.requirements')}
        promises={requires}
        toneOf={toTone}
        noteOf={({ state }) => state ?? t('promise.requirementUnknown')}
      />
      <RelatedPromises
        title={t('about.requiredBy')}
        promises={about?.requiredBy ?? []}
      />
      <PromiseRevisions revisions={about?.revisions} />
    </>
  );
}

function toTone(requirement: Pick<RelatedPromise, 'state'>): Tone {
  if (requirement.state === undefined) {
    return 'unknown';
  }
  return isRequirementMissing(requirement) ? 'bad' : 'good';
}
