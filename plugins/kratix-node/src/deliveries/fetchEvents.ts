import {
  parseClusterEvent,
  type ClusterEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
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

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).optional(),
  items: z.array(z.unknown()),
});

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
  const events: ClusterEvent[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < MAXIMUM_PAGES; pages += 1) {
    const query = { fieldSelector, limit: PAGE_SIZE, continue: token };
    const page = pageSchema.safeParse(await fetchPage(path, query));
    for (const json of (page.data?.items ?? []).slice(0, PAGE_SIZE)) {
      const parsed = parseClusterEvent(json);
      if (parsed.ok && isWanted(parsed.value)) {
        events.push(parsed.value);
      }
    }
    token = page.data?.metadata?.continue || undefined;
    if (token === undefined) {
      return { events, isComplete: page.success };
    }
  }
  return { events, isComplete: false };
}
