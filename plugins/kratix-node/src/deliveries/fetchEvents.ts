import {
  parseClusterEvent,
  type ClusterEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { listBounded } from '../cluster/listBounded';
import { resourcePath } from '../cluster/resourcePath';
import type { DeliveryTarget, ReadEvents } from '../service/DeliveryClient';

/** Events of one page, and pages of one kind in one namespace. Events live for an hour. */
const PAGE_SIZE = 500;
const MAXIMUM_PAGES = 4;

type Query = Readonly<Record<string, string | number | undefined>>;
type FetchPage = (path: string, query: Query) => Promise<unknown>;

/** @internal */
export interface EventsAddress extends DeliveryTarget {
  readonly uid: string;
  readonly kind: string;
  readonly workNamespaces: readonly string[];
  readonly works: readonly string[];
  readonly placements: readonly string[];
  readonly jobs: readonly string[];
  readonly pods: readonly string[];
}

interface Question {
  readonly namespace: string;
  readonly fieldSelector: string;
  readonly isWanted: (event: ClusterEvent) => boolean;
}

/**
 * The events of a request or Promise, of its Works and placements, and of the Jobs and Pods of its workflows:
 * one question for each kind and namespace, whatever there is of it, and no more than some pages of each.
 * @internal
 */
export async function fetchEvents(
  address: EventsAddress,
  fetchPage: FetchPage,
): Promise<ReadEvents> {
  const answers = await Promise.all(
    toQuestions(address).map(question => listEvents(question, fetchPage)),
  );
  return {
    events: answers.flatMap(({ events }) => events),
    isComplete: answers.every(({ isComplete }) => isComplete),
  };
}

function toQuestions(address: EventsAddress): Question[] {
  const { promise, request, uid, kind, works, placements } = address;
  const own: Question = {
    // Events about cluster-scoped objects are in `default` (kratix-domain 8).
    namespace: request?.namespace ?? 'default',
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${
      request?.name ?? promise
    }`,
    // An earlier object of the same name has other events.
    isWanted: ({ subject }) => !subject.uid || subject.uid === uid,
  };
  const about = (subjectKind: string, isWanted: (name: string) => boolean) =>
    address.workNamespaces.map(namespace => ({
      namespace,
      fieldSelector: `involvedObject.kind=${subjectKind}`,
      isWanted: ({ subject }: ClusterEvent) => isWanted(subject.name),
    }));
  return [
    own,
    ...about('Work', name => works.includes(name)),
    ...about('WorkPlacement', name => placements.includes(name)),
    ...about('Job', name => address.jobs.includes(name)),
    ...about('Pod', name => address.pods.includes(name)),
  ];
}

async function listEvents(
  { namespace, fieldSelector, isWanted }: Question,
  fetchPage: FetchPage,
): Promise<ReadEvents> {
  const path = resourcePath({
    group: '',
    version: 'v1',
    plural: 'events',
    namespace,
  });
  const { items, isComplete } = await listBounded({
    what: 'Events',
    pageSize: PAGE_SIZE,
    mostPages: MAXIMUM_PAGES,
    parse: parseClusterEvent,
    fetchPage: page => fetchPage(path, { fieldSelector, ...page }),
  });
  return { events: items.filter(isWanted), isComplete };
}
