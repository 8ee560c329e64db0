import type { ServerResponse } from 'node:http';
import { badRequest } from '../status/StatusError';
import type { DeleteRequest, WriteRequest } from '../write/WriteRequest';
import type { Exchange } from './Exchange';
import { addWarning } from './respond';

/** `dryRun`, `fieldManager` and `fieldValidation` of a write. @internal */
export function readWriteRequest(exchange: Exchange): WriteRequest {
  const { url, req, res, info, user } = exchange;
  const query = url.searchParams;
  return {
    ...(info.subresource === 'status' ? { subresource: 'status' } : {}),
    username: user.name,
    fieldManager:
      query.get('fieldManager') || managerFromAgent(req.headers['user-agent']),
    dryRun: readDryRun(query.getAll('dryRun')),
    fieldValidation: readFieldValidation(query.get('fieldValidation')),
    warn: warnOnce(res),
  };
}

function readDryRun(values: readonly string[]): boolean {
  for (const value of values) {
    if (value !== 'All') {
      throw badRequest(
        `invalid: dryRun: Unsupported value: "${value}": supported values: "All"`,
      );
    }
  }
  return values.length > 0;
}

/** Options of a deletion stand in the body, the query, or both. @internal */
export function readDeleteRequest(
  exchange: Exchange,
  body: unknown,
): DeleteRequest {
  const options = (body ?? {}) as {
    propagationPolicy?: string;
    dryRun?: string[];
    orphanDependents?: boolean;
    preconditions?: { uid?: string; resourceVersion?: string };
  };
  const query = exchange.url.searchParams;
  const orphan =
    options.orphanDependents === true ||
    query.get('orphanDependents') === 'true';
  return {
    dryRun: readDryRun([...(options.dryRun ?? []), ...query.getAll('dryRun')]),
    propagationPolicy:
      options.propagationPolicy ??
      query.get('propagationPolicy') ??
      (orphan ? 'Orphan' : undefined),
    uid: options.preconditions?.uid,
    resourceVersion: options.preconditions?.resourceVersion,
    username: exchange.user.name,
    warn: warnOnce(exchange.res),
  };
}

const validations = ['Strict', 'Warn', 'Ignore'] as const;

function readFieldValidation(
  value: string | null,
): WriteRequest['fieldValidation'] {
  const known = validations.find(item => item === (value || 'Warn'));
  if (!known) {
    throw badRequest(
      `fieldValidation: Unsupported value: "${value}": supported values: "Ignore", "Strict", "Warn"`,
    );
  }
  return known;
}

/** client-go's rule: the program's name, before the first slash. */
function managerFromAgent(agent = ''): string {
  return (agent.split('/')[0] || 'unknown').slice(0, 128);
}

function warnOnce(res: ServerResponse): (message: string) => void {
  const said = new Set<string>();
  return message => {
    if (!said.has(message)) {
      said.add(message);
      addWarning(res, message);
    }
  };
}
