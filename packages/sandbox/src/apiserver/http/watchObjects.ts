import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import { compileFieldSelector } from '../selectors/fieldSelector';
import { compileLabelSelector } from '../selectors/labelSelector';
import { StatusError, expired } from '../status/StatusError';
import type { StoredEvent } from '../storage/ObjectStore';
import { toTable } from '../tables/toTable';
import { presentObject } from '../write/presentObject';
import type { Exchange } from './Exchange';
import { readRevision, selectObjects } from './listObjects';
import { checkListOptions } from './listOptions';
import { includeObject, toPartial } from './presentAs';
import { transition } from './transition';
import { WatchStream } from './WatchStream';

/** `GET …?watch=true`. @internal */
export function watchObjects(exchange: Exchange, type: ResourceType): void {
  const { cluster, url, res } = exchange;
  const { store } = cluster;
  const query = url.searchParams;
  checkListOptions(query);
  const from = readRevision(
    query.get('resourceVersion'),
    why => new StatusError(500, undefined, why),
  );
  const isInitial = readInitialEvents(query);
  const wantsState = isInitial ?? from === 0;
  const view = viewOf(exchange, type);
  const stream = new WatchStream(res, {
    isCorrupted: exchange.isCorrupted,
  });
  const bookmark = (annotations?: Record<string, string>) =>
    stream.write('BOOKMARK', view.bookmark(store.revision, annotations));

  if (wantsState) {
    for (const object of selectObjects(exchange, type, store.revision)) {
      stream.write('ADDED', view.object(object));
    }
    if (isInitial) {
      bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  } else if (!replay(exchange, type, from, { view, stream })) {
    return;
  }
  // A revision that is not there yet is waited for.
  const stopListening = store.onCommit(event => {
    if (event.revision > from) {
      view.send(event, stream);
    }
  });
  stream.onClose(stopListening);
  startTimers(exchange, stream, bookmark);
}

function readInitialEvents(query: URLSearchParams): boolean | undefined {
  const value = query.get('sendInitialEvents');
  if (value === null) {
    return undefined;
  }
  return value === 'true' || value === '1';
}

/** Sends what happened since; false when that is forgotten, which the client is told in the stream. */
function replay(
  { cluster: { store, registry } }: Exchange,
  type: ResourceType,
  from: number,
  { view, stream }: { view: View; stream: WatchStream },
): boolean {
  const oldest = Math.max(
    store.compacted,
    registry.servedSince(type.storageKey),
  );
  const missed = from < oldest ? undefined : store.since(from);
  if (!missed) {
    const { status } = expired(`too old resource version: ${from} (${oldest})`);
    stream.write('ERROR', status);
    stream.end();
    return false;
  }
  for (const event of missed) {
    view.send(event, stream);
  }
  return true;
}

function startTimers(
  exchange: Exchange,
  stream: WatchStream,
  bookmark: () => void,
): void {
  const { settings, url } = exchange;
  const wantsBookmarks = ['true', '1'].includes(
    url.searchParams.get('allowWatchBookmarks') ?? '',
  );
  // Without a timeout the API server picks one between 30 and 60 minutes.
  const seconds =
    Number(url.searchParams.get('timeoutSeconds')) ||
    1800 + Math.floor(Math.random() * 1800);
  const timers = [
    setTimeout(() => stream.end(), Math.min(seconds, 86_400) * 1000),
  ];
  if (wantsBookmarks) {
    // The last one comes two seconds before the end. Source: apiserver/pkg/storage/cacher/cache_watcher.go.
    if (seconds > 2) {
      timers.push(setTimeout(() => bookmark(), (seconds - 2) * 1000));
    }
    timers.push(setInterval(() => bookmark(), settings.bookmarkIntervalMs));
  }
  timers.forEach(timer => timer.unref());
  stream.onClose(() => timers.forEach(timer => clearInterval(timer)));
}

interface View {
  object(object: KubeObject): unknown;
  bookmark(revision: number, annotations?: Record<string, string>): unknown;
  send(event: StoredEvent, stream: WatchStream): void;
}

/** What this watcher sees of the store, and in which form. */
function viewOf(exchange: Exchange, type: ResourceType): View {
  const { url, info } = exchange;
  const labels = compileLabelSelector(
    url.searchParams.get('labelSelector') ?? undefined,
  );
  const fields = compileFieldSelector(
    url.searchParams.get('fieldSelector') ?? undefined,
    type.fieldSelectors,
  );
  const isSeen = (object: KubeObject): boolean =>
    labels(object.metadata.labels) &&
    fields.matches(presentObject(object, type)) &&
    (info.name === undefined || object.metadata.name === info.name);
  const transform = transformer(exchange, type);
  return {
    object: transform,
    bookmark: (revision, annotations) =>
      transform(
        {
          apiVersion: apiVersionOf(type),
          kind: type.kind,
          metadata: {
            resourceVersion: String(revision),
            ...(annotations ? { annotations } : {}),
          },
        } as unknown as KubeObject,
        true,
      ),
    send(event, stream) {
      const { namespace } = event.object.metadata;
      if (
        event.storageKey !== type.storageKey ||
        (info.namespace !== undefined && namespace !== info.namespace)
      ) {
        return;
      }
      const outcome = transition(event, isSeen);
      if (outcome) {
        stream.write(
          outcome.type,
          transform(presentObject(outcome.object, type)),
        );
      }
    },
  };
}

function transformer(
  exchange: Exchange,
  type: ResourceType,
): (object: KubeObject, isBookmark?: boolean) => unknown {
  const { as, asVersion = 'meta.k8s.io/v1' } = exchange.format;
  if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') {
    return object => toPartial(object, asVersion);
  }
  if (as !== 'Table') {
    return object => object;
  }
  let withoutHeaders = false;
  return (object, isBookmark) => {
    const table = toTable(type, isBookmark ? [] : [object], {
      now: exchange.cluster.clock.now(),
      includeObject: includeObject(exchange),
      version: asVersion,
      metadata: { resourceVersion: object.metadata.resourceVersion },
      withoutHeaders,
    });
    withoutHeaders = true;
    return table;
  };
}
