import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import type { TypeRegistry } from '../registry/TypeRegistry';
import { seedSettled } from '../seed/seedSettled';
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
  readonly clock: Clock;
  readonly store: ObjectStore;
  readonly registry: TypeRegistry;
  dropConnections(): number;
}

const prefix = '/_sandbox/';
const maxSeedBytes = 64 * 1024 * 1024;

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
  parts: AdminParts,
): Promise<unknown> {
  const { faults, log, store, dropConnections } = parts;
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
    case 'POST seed':
      return {
        seeded: seedSettled(
          parseJson(await readBody(req, maxSeedBytes)),
          parts,
        ),
      };
    case 'POST expire':
      store.compact();
      return { compacted: store.compacted };
    case 'GET requests':
      return { counts: log.counts(), latest: log.entries() };
    case 'DELETE requests':
      log.reset();
      return { counts: {} };
    default:
      throw ['faults', 'drop', 'expire', 'requests', 'seed'].includes(action)
        ? methodNotAllowed()
        : pathNotFound();
  }
}
