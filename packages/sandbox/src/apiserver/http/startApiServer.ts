import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authorizer } from '../auth/Authorizer';
import { RbacAuthorizer, allowAll } from '../auth/Authorizer';
import {
  anonymous,
  authenticate,
  readImpersonation,
} from '../auth/authenticate';
import {
  attributesOf,
  checkAccess,
  checkImpersonation,
} from '../auth/checkAccess';
import type { User } from '../auth/User';
import type { EmbeddedCluster } from '../createCluster';
import { handleAdmin, isAdminPath } from '../faults/adminEndpoint';
import { applyFaults } from '../faults/applyFaults';
import { FaultList } from '../faults/FaultList';
import { StatusError } from '../status/StatusError';
import type { DoorSettings, Exchange } from './Exchange';
import { handleDocument } from './handleDocument';
import { handleResource } from './handleResource';
import { listenBoth } from './listenBoth';
import { negotiate } from './negotiate';
import type { RequestInfo } from './RequestInfo';
import { parseRequestInfo } from './RequestInfo';
import { RequestLog } from './RequestLog';
import { sendFailure } from './respond';
import type { ServerCertificate } from './selfSignedCertificate';

/** @internal */
export interface ApiServerOptions {
  readonly cluster: EmbeddedCluster;
  /** 0 picks a free one. */
  readonly port: number;
  readonly certificate: ServerCertificate;
  readonly tokens: ReadonlyMap<string, User>;
  readonly authorization: 'allow-all' | 'rbac';
  /** Opens `/_sandbox/…`. */
  readonly admin: boolean;
  readonly bookmarkIntervalMs?: number;
}

/** @internal */
export interface RunningApiServer {
  readonly url: string;
  readonly secureUrl: string;
  readonly port: number;
  readonly requests: RequestLog;
  readonly faults: FaultList;
  dropConnections(): number;
  close(): Promise<void>;
}

const maxBodyBytes = 3 * 1024 * 1024;

/** Opens the HTTP door on the loopback interface. @internal */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<RunningApiServer> {
  const requests = new RequestLog();
  const faults = new FaultList();
  const instruments: Instruments = {
    requests,
    faults,
    dropConnections: () => listener.dropConnections(),
  };
  const listener = await listenBoth(
    options.port,
    options.certificate,
    createHandler(options, instruments),
  );
  return {
    url: `http://127.0.0.1:${listener.port}`,
    secureUrl: `https://127.0.0.1:${listener.port}`,
    port: listener.port,
    requests,
    faults,
    dropConnections: listener.dropConnections,
    close: listener.close,
  };
}

interface Instruments {
  readonly requests: RequestLog;
  readonly faults: FaultList;
  dropConnections(): number;
}

function createHandler(
  options: ApiServerOptions,
  instruments: Instruments,
): (req: IncomingMessage, res: ServerResponse) => void {
  const { cluster } = options;
  const authorizer =
    options.authorization === 'rbac'
      ? new RbacAuthorizer(cluster.store)
      : allowAll;
  const settings: DoorSettings = {
    bookmarkIntervalMs: options.bookmarkIntervalMs ?? 60_000,
    maxBodyBytes,
  };
  return (req, res) => {
    const url = new URL(req.url ?? '/', 'http://127.0.0.1');
    const format = negotiate(req.headers.accept);
    const fail = (error: unknown) =>
      sendFailure(
        { res, format: format ?? { encoding: 'json' }, isCorrupted: false },
        error,
      );
    if (isAdminPath(url.pathname) && options.admin) {
      handleAdmin(req, res, url.pathname, {
        ...instruments,
        ...cluster,
        log: instruments.requests,
      }).catch(fail);
      return;
    }
    admit({ req, url, options, authorizer, instruments })
      .then(async ({ info, user }) => {
        const met = instruments.faults.take(info);
        const outcome = await applyFaults(met, { res, info, user });
        if (outcome.isSwallowed) {
          return;
        }
        const exchange: Exchange = {
          req,
          res,
          url,
          info,
          user,
          format: acceptable(format, info),
          cluster,
          settings,
          isCorrupted: outcome.isCorrupted,
        };
        if (info.isResource) {
          await handleResource(exchange, authorizer);
        } else {
          handleDocument(exchange);
        }
      })
      .catch(fail);
  };
}

/** Who asks, and whether they may. */
async function admit(facts: {
  req: IncomingMessage;
  url: URL;
  options: ApiServerOptions;
  authorizer: Authorizer;
  instruments: Instruments;
}): Promise<{ info: RequestInfo; user: User }> {
  const { req, url, options, authorizer, instruments } = facts;
  const info = parseRequestInfo(req.method ?? 'GET', url);
  const record = (user: User) =>
    instruments.requests.record(info, user, {
      now: options.cluster.clock.now(),
      query: url.search,
      userAgent: req.headers['user-agent'] ?? '',
    });
  let caller: User;
  try {
    caller = authenticate(req, options.tokens);
  } catch (error) {
    record(anonymous);
    throw error;
  }
  const impersonated = readImpersonation(req, caller);
  const user = impersonated ?? caller;
  record(user);
  if (impersonated) {
    checkImpersonation(authorizer, caller, impersonated);
  }
  checkAccess(authorizer, user, attributesOf(info));
  return { info, user };
}

function acceptable(
  format: Exchange['format'] | undefined,
  info: RequestInfo,
): Exchange['format'] {
  if (format) {
    return format;
  }
  // Schemas and logs have media types of their own, which their handlers judge.
  if (!info.isResource || info.subresource === 'log') {
    return { encoding: 'json' };
  }
  throw new StatusError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf',
  );
}
