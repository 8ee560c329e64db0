import type { KubeObject } from '../cluster';
import { isObject } from '../json/json';
import type { LogLine } from '../logs/LogStore';
import { badRequest, notFound } from '../status/StatusError';
import type { Exchange } from './Exchange';

/** `GET …/pods/{name}/log`. @internal */
export function sendPodLog(exchange: Exchange): void {
  const { cluster, info, res, url } = exchange;
  const key = { namespace: info.namespace, name: info.name ?? '' };
  const pod = cluster.store.get('/pods', key);
  if (!pod) {
    throw notFound({ group: '', resource: 'pods' }, key.name);
  }
  const query = url.searchParams;
  const container = pickContainer(pod, query.get('container') ?? '');
  const isPrevious = query.get('previous') === 'true';
  const log = isPrevious
    ? cluster.logStore.readPrevious(key, container)
    : cluster.logStore.read(key, container);
  if (!log) {
    throw badRequest(
      `previous terminated container "${container}" in pod "${key.name}" not found`,
    );
  }
  if (log.lines.length === 0 && !log.isClosed && isWaiting(pod, container)) {
    throw badRequest(
      `container "${container}" in pod "${key.name}" is waiting to start: PodInitializing`,
    );
  }
  const isFollowing = query.get('follow') === 'true';
  const hasTime = query.get('timestamps') === 'true';
  res.writeHead(200, {
    'content-type': 'text/plain',
    'cache-control': 'no-cache, private',
  });
  res.flushHeaders();
  const write = limited(exchange, query);
  for (const line of selectLines(log.lines, query, cluster.clock.now())) {
    write(formatLine(line, hasTime));
  }
  if (!isFollowing || log.isClosed) {
    res.end();
    return;
  }
  const stop = cluster.logStore.follow(key, container, line => {
    if (line === 'end') {
      res.end();
    } else {
      write(formatLine(line, hasTime));
    }
  });
  res.once('close', stop);
}

function containersOf(pod: { spec?: unknown }): string[] {
  const spec = isObject(pod.spec) ? pod.spec : {};
  return ['initContainers', 'containers'].flatMap(field =>
    (Array.isArray(spec[field]) ? spec[field] : [])
      .filter(isObject)
      .map(container => String(container.name)),
  );
}

function pickContainer(
  pod: { spec?: unknown; metadata: { name: string } },
  wanted: string,
): string {
  const { name } = pod.metadata;
  const spec = isObject(pod.spec) ? pod.spec : {};
  const all = containersOf(pod);
  const main = Array.isArray(spec.containers) ? spec.containers : [];
  if (wanted === '') {
    if (all.length > 1) {
      const inits = all.slice(0, all.length - main.length);
      const initPart =
        inits.length > 0
          ? ` or one of the init containers: [${inits.join(' ')}]`
          : '';
      throw badRequest(
        `a container name must be specified for pod ${name}, choose one of: [${all
          .slice(inits.length)
          .join(' ')}]${initPart}`,
      );
    }
    return all[0] ?? '';
  }
  if (!all.includes(wanted)) {
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  return wanted;
}

function isWaiting(pod: KubeObject, container: string): boolean {
  const status = isObject(pod.status) ? pod.status : {};
  const states = ['initContainerStatuses', 'containerStatuses'].flatMap(field =>
    Array.isArray(status[field]) ? status[field] : [],
  );
  const found = states.find(
    state => isObject(state) && state.name === container,
  );
  return !isObject(found?.state) || found.state.waiting !== undefined;
}

function selectLines(
  lines: readonly LogLine[],
  query: URLSearchParams,
  now: number,
): readonly LogLine[] {
  const sinceSeconds = Number(query.get('sinceSeconds') ?? 0);
  const sinceTime = Date.parse(query.get('sinceTime') ?? '');
  const from = sinceSeconds > 0 ? now - sinceSeconds * 1000 : sinceTime;
  const recent = Number.isNaN(from)
    ? lines
    : lines.filter(line => line.time >= from);
  const tail = query.get('tailLines');
  if (tail === null) {
    return recent;
  }
  return Number(tail) === 0 ? [] : recent.slice(-Number(tail));
}

function formatLine(line: LogLine, hasTime: boolean): string {
  const time = new Date(line.time).toISOString().replace('Z', '000000Z');
  return hasTime ? `${time} ${line.text}\n` : `${line.text}\n`;
}

/** Writes until `limitBytes`, then ends. */
function limited(
  { res }: Exchange,
  query: URLSearchParams,
): (text: string) => void {
  let left = Number(query.get('limitBytes') ?? Infinity);
  return text => {
    if (res.writableEnded) {
      return;
    }
    const bytes = Buffer.from(text);
    res.write(bytes.subarray(0, Math.min(left, bytes.length)));
    left -= bytes.length;
    if (left <= 0) {
      res.end();
    }
  };
}
