import type { KubeObject, ObjectKey } from '../cluster';
import type { JsonObject } from '../json/json';
import { isObject } from '../json/json';
import type { ContainerLog, LogLine } from '../logs/LogStore';
import { badRequest, notFound } from '../status/StatusError';
import type { Exchange } from './Exchange';

/** `GET …/pods/{name}/log`. @internal */
export function sendPodLog(exchange: Exchange): void {
  const { cluster, info, url } = exchange;
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
  const status = statusOf(pod, container);
  checkStarted(status, log, { name: key.name, container, isPrevious });
  const state = isPrevious ? status?.lastState : status?.state;
  if (!log && isEnded(state)) {
    sendLost(exchange, String(status?.containerID ?? ''));
    return;
  }
  sendLog(exchange, log ?? { lines: [], isClosed: false }, { key, container });
}

/** Source: `validateContainerLogStatus` of kubernetes/pkg/kubelet/kubelet_pods.go (1.36). */
function checkStarted(
  status: JsonObject | undefined,
  log: ContainerLog | undefined,
  about: { name: string; container: string; isPrevious: boolean },
): void {
  const { name, container, isPrevious } = about;
  if (!log && isPrevious && !isEnded(status?.lastState)) {
    throw badRequest(
      `previous terminated container "${container}" in pod "${name}" not found`,
    );
  }
  const isWaiting =
    !isObject(status?.state) || status.state.waiting !== undefined;
  if (isWaiting && !isPrevious && !log?.isClosed && !log?.lines.length) {
    throw badRequest(
      `container "${container}" in pod "${name}" is waiting to start: PodInitializing`,
    );
  }
}

/**
 * What a kubelet answers when the container is gone from its runtime: it has begun to answer by then, with 200.
 * Sources: `GetKubeletContainerLogs` of kubernetes/pkg/kubelet/kubelet_pods.go and `GetContainerLogs` of
 * kubernetes/pkg/kubelet/kuberuntime/kuberuntime_container.go (1.36).
 */
function sendLost({ res }: Exchange, containerId: string): void {
  res.writeHead(200, plainText);
  res.end(`unable to retrieve container logs for ${containerId}`);
}

function sendLog(
  exchange: Exchange,
  log: ContainerLog,
  { key, container }: { key: ObjectKey; container: string },
): void {
  const { cluster, res, url } = exchange;
  const query = url.searchParams;
  const isFollowing = query.get('follow') === 'true';
  const hasTime = query.get('timestamps') === 'true';
  res.writeHead(200, plainText);
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

const plainText = {
  'content-type': 'text/plain',
  'cache-control': 'no-cache, private',
};

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

function statusOf(
  { status }: KubeObject,
  container: string,
): JsonObject | undefined {
  const said = isObject(status) ? status : {};
  return ['initContainerStatuses', 'containerStatuses']
    .flatMap(field => (Array.isArray(said[field]) ? said[field] : []))
    .filter(isObject)
    .find(({ name }) => name === container);
}

function isEnded(state: unknown): boolean {
  return isObject(state) && state.terminated !== undefined;
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
