import { z } from 'zod';
import type { ClusterEvent, Parsed } from '../model';
import {
  childObject,
  isObject,
  messageText,
  timestamp,
  word,
} from './reading/readField';

const time = timestamp.nullish().catch(undefined);
const text = word.nullish().catch(undefined);
const times = z.number().int().positive().nullish().catch(undefined);

const eventSchema = z.object({
  type: text,
  reason: text,
  message: messageText.nullish().catch(undefined),
  reportingComponent: text,
  firstTimestamp: time,
  lastTimestamp: time,
  eventTime: time,
  count: times,
});

/**
 * Step 2 of 7: reads a core/v1 Event. Kratix writes through `events.k8s.io/v1` since 2026-06-23: such an event
 * has `eventTime` and `series` where an older one has timestamps and `count` (kratix-domain 8).
 * @public
 */
export function parseClusterEvent(json: unknown): Parsed<ClusterEvent> {
  const event = eventSchema.safeParse(json);
  const subject = childObject(json, 'involvedObject');
  const read = (parent: unknown, key: string) =>
    word.safeParse(isObject(parent) ? parent[key] : undefined).data ||
    undefined;
  const metadata = childObject(json, 'metadata');
  const kind = read(subject, 'kind');
  const name = read(subject, 'name');
  if (!event.success || !kind || !name) {
    return {
      ok: false,
      problem: {
        code: 'unreadable-object',
        message: 'This is not an Event about an object.',
      },
    };
  }
  const { data } = event;
  const series = childObject(json, 'series');
  const created = timestamp.safeParse(metadata.creationTimestamp).data;
  const firstAt = data.firstTimestamp ?? data.eventTime ?? created;
  const lastAt =
    timestamp.safeParse(series.lastObservedTime).data ??
    data.lastTimestamp ??
    data.eventTime ??
    created;
  const namespace = read(subject, 'namespace');
  const uid = read(subject, 'uid');
  return {
    ok: true,
    problems: [],
    value: {
      uid: read(metadata, 'uid') ?? read(metadata, 'name') ?? '',
      type: data.type === 'Warning' ? 'Warning' : 'Normal',
      reason: data.reason ?? '',
      message: data.message ?? '',
      subject: {
        kind,
        name,
        ...(namespace && { namespace }),
        ...(uid && { uid }),
      },
      reporter:
        data.reportingComponent ||
        read(childObject(json, 'source'), 'component') ||
        '',
      ...(firstAt && { firstAt }),
      ...(lastAt && { lastAt }),
      count: times.parse(series.count) ?? data.count ?? 1,
    },
  };
}
