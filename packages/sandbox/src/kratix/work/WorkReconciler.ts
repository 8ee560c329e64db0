import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { findCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { seededFraction } from '../context';
import type { Reconciler } from '../controller/Controller';
import {
  fromKey,
  isOf,
  isSpecOrMetadataChange,
  keyOf,
  ownKey,
  toKey,
} from '../controller/keys';
import { findByLabels } from '../find';
import type { Json } from '../json/read';
import { at, recordsOf, textOf, textsOf } from '../json/read';
import { requeueMs } from '../settings';
import {
  addFinalizers,
  hasFinalizer,
  hasLabel,
  removeFinalizer,
} from '../status';
import { finalizers, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { keepPlacement } from './keepPlacement';
import type { WorkFacts } from './planWorkStatus';
import type { SchedulableDestination } from './schedule';
import { groupSelector, matchingDestinations, placeGroup } from './schedule';
import { writeWorkStatus } from './writeWorkStatus';

/** Kratix's work_controller.go and scheduler.go: a Work becomes WorkPlacements. @internal */
export class WorkReconciler implements Reconciler {
  readonly name = 'work';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    if (isOf(event, resources.workPlacements)) {
      const { namespace, labels: said } = event.object.metadata;
      const work = said?.[labels.work];
      return work ? [toKey({ namespace, name: work })] : [];
    }
    if (isOf(event, resources.destinations)) {
      return isSpecOrMetadataChange(event)
        ? this.#context.cluster
            .list(resources.works)
            .map(work => toKey(keyOf(work)))
        : [];
    }
    return ownKey(event, resources.works);
  }

  reconcile(key: string): number | undefined {
    const { cluster } = this.#context;
    const found = cluster.get(resources.works, fromKey(key));
    if (!found) {
      return undefined;
    }
    if (found.metadata.deletionTimestamp) {
      this.#delete(found);
      return undefined;
    }
    const work = addFinalizers(cluster, resources.works, found, [
      finalizers.work,
    ]);
    const facts = this.#schedule(work);
    writeWorkStatus(this.#context, work, facts);
    return facts.unscheduled.length > 0 && isRequestWork(work)
      ? requeueMs.slow
      : undefined;
  }

  #schedule(work: KubeObject): WorkFacts {
    const { cluster } = this.#context;
    const destinations = cluster
      .list(resources.destinations)
      .map(toSchedulable);
    const before = this.#placementsOf(work);
    const groups = recordsOf(at(work.spec, 'workloadGroups'));
    const results = groups.map(group => ({
      id: textOf(group.id) ?? '',
      targets: this.#placeGroup(work, group, { destinations, before }),
    }));
    this.#removeDangling(
      before,
      results.map(({ id }) => id),
    );
    const failed = this.#placementsOf(work).filter(
      placement =>
        findCondition(placement.status, 'WriteSucceeded')?.status === 'False',
    );
    return {
      unscheduled: results
        .filter(({ targets }) => targets.size === 0)
        .map(({ id }) => id),
      misplaced: results
        .filter(({ targets }) => [...targets.values()].includes(true))
        .map(({ id }) => id),
      failed: failed.map(({ metadata }) => metadata.name),
    };
  }

  #placeGroup(
    work: KubeObject,
    group: Json,
    facts: {
      destinations: readonly SchedulableDestination[];
      before: readonly KubeObject[];
    },
  ): ReadonlyMap<string, boolean> {
    const id = textOf(group.id) ?? '';
    const isDryRun = hasLabel(work, labels.dryRun);
    const selector = groupSelector(
      recordsOf(group.destinationSelectors).map(({ matchLabels, source }) => ({
        matchLabels: textsOf(matchLabels),
        source: textOf(source) ?? '',
      })),
      isDryRun,
    );
    const existing = facts.before.filter(
      ({ metadata }) => metadata.labels?.[labels.workloadGroupId] === id,
    );
    const { targets } = placeGroup({
      isRequest: isRequestWork(work),
      matching: matchingDestinations(facts.destinations, selector),
      existing: existing.flatMap(
        ({ spec }) => textOf(at(spec, 'targetDestinationName')) ?? [],
      ),
      fraction: seededFraction(
        this.#context.settings,
        'destination',
        work.metadata.name,
        id,
      ),
    });
    for (const [destination, isMisplaced] of targets) {
      keepPlacement(this.#context, work, {
        group,
        id,
        destination,
        isMisplaced,
      });
    }
    return targets;
  }

  #removeDangling(
    placements: readonly KubeObject[],
    groupIds: readonly string[],
  ): void {
    for (const placement of placements) {
      const id = placement.metadata.labels?.[labels.workloadGroupId] ?? '';
      if (!groupIds.includes(id)) {
        this.#context.cluster.delete(
          resources.workPlacements,
          keyOf(placement),
        );
      }
    }
  }

  /** The finalizer goes as soon as the WorkPlacements' deletion is issued. */
  #delete(work: KubeObject): void {
    const { cluster } = this.#context;
    for (const placement of this.#placementsOf(work)) {
      cluster.delete(resources.workPlacements, keyOf(placement));
    }
    if (hasFinalizer(work, finalizers.work)) {
      removeFinalizer(cluster, resources.works, work, finalizers.work);
    }
  }

  #placementsOf(work: KubeObject): readonly KubeObject[] {
    return findByLabels(this.#context.cluster, resources.workPlacements, {
      namespace: work.metadata.namespace,
      labels: { [labels.work]: work.metadata.name },
    });
  }
}

function toSchedulable(destination: KubeObject): SchedulableDestination {
  return {
    name: destination.metadata.name,
    labels: destination.metadata.labels ?? {},
    isStrict: at(destination.spec, 'strictMatchLabels') === true,
    isDeleting: destination.metadata.deletionTimestamp !== undefined,
  };
}

function isRequestWork(work: KubeObject): boolean {
  return Boolean(textOf(at(work.spec, 'resourceName')));
}
