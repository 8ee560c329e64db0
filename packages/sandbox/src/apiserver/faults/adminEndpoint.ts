import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ObjectStore } from '../storage/ObjectStore';
import { parseJson, readBody } from '../http/readBody';
import type { RequestLog } from '../http/RequestLog';
import { sendValue } from '../http/respond';
import { methodNotAllowed, pathNotFound } from '../status/StatusError';
import { parseFault } from './Fault';
import type { FaultList } from './FaultList';

/** @internal */
export interface AdminParts {
  readonly faults: FaultList;
  readonly log: RequestLog;
  readonly store: ObjectStore;
  dropConnections(): number;
}

const prefix = '/_sandbox/';

/** @internal */
export function isAdminPath(path: string): boolean {
  return path.startsWith(prefix);
}

/**
 * The sandbox's own paths, for tests: faults, counters, history, connections. Not part of Kubernetes.
 * @internal
 */
export async function handleAdmin(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  parts: AdminParts,
): Promise<void> {
  const answer = await act(req, path.slice(prefix.length), parts);
  sendValue(
    { res, format: { encoding: 'json' }, isCorrupted: false },
    200,
    answer,
  );
}

async function act(
  req: IncomingMessage,
  action: string,
  { faults, log, store, dropConnections }: AdminParts,
): Promise<unknown> {
  switch (`${req.method} ${action}`) {
    case 'GET faults':
      return { faults: faults.list() };
    case 'POST faults':
      faults.add(parseFault(parseJson(await readBody(req, 65_536))));
      return { faults: faults.list() };
    case 'DELETE faults':
      faults.clear();
      return { faults: [] };
    case 'POST drop':
      return { dropped: dropConnections() };
    case 'POST expire':
      store.compact();
      return { compacted: store.compacted };
    case 'GET requests':
      return { counts: log.counts(), latest: log.entries() };
    case 'DELETE requests':
      log.reset();
      return { counts: {} };
    default:
      throw ['faults', 'drop', 'expire', 'requests'].includes(action)
        ? methodNotAllowed()
        : pathNotFound();
  }
}
