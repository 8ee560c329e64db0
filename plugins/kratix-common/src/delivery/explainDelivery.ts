import type {
  DeliveryGroup,
  DeliveryPlacement,
  DeliveryResponse,
  DeliveryWork,
  DestinationSummary,
  StateStoreSummary,
} from '../contracts/delivery';
import type {
  Destination,
  StateStore,
  Work,
  WorkloadGroup,
  WorkPlacement,
} from '../model';
import { explainPlacement } from './explainPlacement';
import { explainScheduling } from './explainScheduling';
import { matchDestinations } from './matchDestinations';
import { mergeSelectors } from './mergeSelectors';
import { compareWorks, toWorkType } from './deliveryWorks';
import { findStorePath } from './findStorePath';
import {
  summariseDestination,
  summariseStateStore,
} from './summariseReadiness';
import { worstDelivery } from './worstDelivery';

/** Files that are named in one part; a person opens one. */
const MOST_FILES = 500;
/** Destinations that are compared on a page. */
const MOST_MATCHES = 20;

/**
 * What is known of where a delivery could go. Undefined: not known.
 * @public
 */
export interface DeliveryTargets {
  readonly destinations: readonly Destination[] | undefined;
  readonly stores: readonly StateStore[] | undefined;
}

/**
 * The picture of a delivery: each part with where it went, or why it went nowhere.
 * @public
 */
export function explainDelivery(
  delivery: {
    readonly works: readonly Work[];
    readonly workPlacements: readonly WorkPlacement[];
  },
  targets: DeliveryTargets,
): Pick<DeliveryResponse, 'works' | 'destinations' | 'stores'> {
  const known = {
    targets,
    destinations: targets.destinations?.map(summariseDestination),
    stores: targets.stores?.map(summariseStateStore),
  };
  const works = delivery.works
    .map(work => explainWork(work, delivery.workPlacements, known))
    .sort(compareWorks);
  const concerned = new Set(
    works.flatMap(({ groups }) => groups.flatMap(namesIn)),
  );
  const destinations = known.destinations?.filter(({ name }) =>
    concerned.has(name),
  );
  return {
    works,
    ...(destinations && { destinations }),
    ...(known.stores && {
      stores: known.stores.filter(store =>
        destinations?.some(destination => isStoreOf(store, destination)),
      ),
    }),
  };
}

interface Known {
  readonly targets: DeliveryTargets;
  readonly destinations: readonly DestinationSummary[] | undefined;
  readonly stores: readonly StateStoreSummary[] | undefined;
}

function explainWork(
  work: Work,
  placements: readonly WorkPlacement[],
  known: Known,
): DeliveryWork {
  const own = placements.filter(({ workName }) => workName === work.name);
  const { name, namespace, pipelineName, createdAt, conditions } = work;
  return {
    name,
    namespace,
    ...(pipelineName && { pipeline: pipelineName }),
    type: toWorkType(work.workType),
    ...(createdAt && { createdAt }),
    groups: work.groups.map(group =>
      explainGroup(
        {
          work,
          group,
          placements: own.filter(({ groupId }) => groupId === group.id),
        },
        known,
      ),
    ),
    conditions: [...conditions],
  };
}

interface GroupEvidence {
  readonly work: Work;
  readonly group: WorkloadGroup;
  readonly placements: readonly WorkPlacement[];
}

function explainGroup(evidence: GroupEvidence, known: Known): DeliveryGroup {
  const { work, group } = evidence;
  const selectors = mergeSelectors(group.destinationSelectors);
  const { destinations } = known.targets;
  const matches = destinations && matchDestinations(selectors, destinations);
  const placements = evidence.placements.map(placement =>
    toPlacement(placement, { work, matches, known }),
  );
  return {
    id: group.id,
    directory: group.directory,
    reason:
      worstDelivery(placements.map(({ reason }) => reason)) ??
      explainScheduling(work, selectors, matches),
    selectors,
    files: group.files.slice(0, MOST_FILES).map(({ path }) => path),
    filesTotal: group.files.length,
    placements,
    ...(matches && { matches: matches.slice(0, MOST_MATCHES) }),
  };
}

function toPlacement(
  placement: WorkPlacement,
  context: {
    work: Work;
    matches: DeliveryGroup['matches'];
    known: Known;
  },
): DeliveryPlacement {
  const { known, matches, work } = context;
  const isTarget = ({ name }: { name: string }) =>
    name === placement.destinationName;
  const destination = known.destinations?.find(isTarget);
  const store =
    destination &&
    known.stores?.find(candidate => isStoreOf(candidate, destination));
  const storePath = findStorePath(placement, {
    work,
    destination: known.targets.destinations?.find(isTarget),
    stores: known.targets.stores,
  });
  const isCommit = store?.kind === 'GitStateStore';
  return {
    name: placement.name,
    destination: placement.destinationName,
    reason: explainPlacement(placement, {
      isDestinationKnown: known.destinations !== undefined,
      destination,
      store,
      match: matches?.find(isTarget),
    }),
    ...(storePath && { storePath }),
    // What a bucket reports names nothing (docs/kratix-observed.md, 11).
    ...(isCommit && placement.versionId && { commit: placement.versionId }),
    conditions: [...placement.conditions],
  };
}

function namesIn({ placements, matches = [] }: DeliveryGroup): string[] {
  return [
    ...placements.map(({ destination }) => destination),
    ...matches.map(({ name }) => name),
  ];
}

function isStoreOf(
  store: { kind: string; name: string },
  destination: Pick<DestinationSummary, 'store'>,
): boolean {
  return (
    store.name === destination.store?.name &&
    store.kind === destination.store.kind
  );
}
