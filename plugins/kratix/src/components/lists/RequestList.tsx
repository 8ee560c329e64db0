import { Flex, VisuallyHidden } from '@backstage/ui';
import { useRequests } from '../../hooks';
import { useTexts } from '../../translation';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { ListFilters } from './ListFilters';
import { ListGaps } from './ListGaps';
import { RequestsTable } from './RequestsTable';
import { useListQuery, type ListChoice } from './useListQuery';
import { usePageWithin } from './usePageWithin';

/**
 * Requests to find one's way through, in whatever state the list, the platforms and the portal are.
 * @internal
 */
export function RequestList(props: {
  /** Where the list stands; everything where absent. */
  of?: { readonly platform: string; readonly promise: string };
  /** Whether they may be of several platforms. */
  showsPlatform?: boolean;
}) {
  const { of, showsPlatform = false } = props;
  const { t } = useTexts();
  const { choice, choose } = useListQuery();
  const live = useRequests({
    ...choice,
    ...(of && { platform: [of.platform], promise: [of.promise] }),
  });
  usePageWithin(live, choice, choose);
  if (live.state === 'failed') {
    return (
      <ProblemNotice
        problem={live.problem}
        subject={{
          kind: 'request',
          name: t('list.label'),
          platform: of?.platform ?? t('page.title'),
        }}
        onRetry={live.refresh}
      />
    );
  }
  const isEmpty =
    live.last !== undefined && Object.keys(live.last.phases).length === 0;
  const isNarrowed = isNarrow(choice);
  const emptyText = of ? t('list.none') : t('list.noneHere');
  return (
    <Flex direction="column" gap="4">
      {live.state === 'known' && (
        <PortalSilence
          problem={live.problem}
          receivedAtMs={live.receivedAtMs}
          platform=""
        />
      )}
      <VisuallyHidden role="status" aria-live="polite">
        {live.state === 'loading' ? t('list.loading') : ''}
      </VisuallyHidden>
      <ListGaps gaps={live.last?.gaps ?? []} />
      {!(isEmpty && !isNarrowed && choice.phase.length === 0) && (
        <ListFilters list={live.last} choice={choice} choose={choose} />
      )}
      <RequestsTable
        list={live.last}
        isStale={live.state === 'loading' && live.last !== undefined}
        choice={choice}
        choose={choose}
        shows={{
          service: of === undefined,
          platform: showsPlatform,
        }}
        emptyText={isEmpty && !isNarrowed ? emptyText : t('list.noMatch')}
      />
    </Flex>
  );
}

/** Whether more than the phase is chosen, whose counts show what else there is. */
function isNarrow({ text, namespace, owner, version }: ListChoice): boolean {
  return (
    text !== '' || [namespace, owner, version].some(({ length }) => length > 0)
  );
}
