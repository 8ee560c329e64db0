import {
  aggregatedDiscovery,
  apiGroup,
  apiGroupList,
  apiResourceList,
  apiVersions,
} from '../discovery/discovery';
import { openApiIndex, openApiV2, openApiV3 } from '../discovery/openapi';
import {
  openApiV2AnswerType,
  openApiV2Protobuf,
  openApiV2ProtobufType,
} from '../discovery/openApiV2Protobuf';
import { serverVersion } from '../discovery/serverVersion';
import { NothingThere, methodNotAllowed } from '../status/StatusError';
import type { Exchange } from './Exchange';
import { notServed } from './notServed';
import { sendText, sendValue } from './respond';

/** What a client reads about the server itself: discovery, schemas, version, health. @internal */
export function handleDocument(exchange: Exchange): void {
  const { req, url } = exchange;
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    throw methodNotAllowed();
  }
  const path = url.pathname.replace(/\/+$/, '') || '/';
  if (/^\/(healthz|livez|readyz)(\/[\w-]+)*$/.test(path)) {
    sendText(exchange.res, 200, 'ok', 'text/plain; charset=utf-8');
    return;
  }
  if (wantsProtobuf(path, req.headers.accept)) {
    sendText(exchange.res, 200, openApiV2Protobuf(), openApiV2AnswerType);
    return;
  }
  const document = read(path, exchange);
  if (document === undefined) {
    if (path.startsWith('/openapi/')) {
      sendText(exchange.res, 404, '', 'text/plain; charset=utf-8');
      return;
    }
    const [root, group = ''] = path.slice(1).split('/');
    throw root === 'api' || root === 'apis'
      ? notServed(exchange.cluster.registry, root === 'api' ? '' : group)
      : new NothingThere();
  }
  const isAggregated =
    exchange.format.as === 'APIGroupDiscoveryList' &&
    (path === '/api' || path === '/apis');
  sendValue(
    isAggregated
      ? exchange
      : { ...exchange, format: { encoding: exchange.format.encoding } },
    200,
    document,
  );
}

function read(path: string, exchange: Exchange): unknown {
  const { cluster, format, req } = exchange;
  const { registry } = cluster;
  const isAggregated = format.as === 'APIGroupDiscoveryList';
  switch (path) {
    case '/':
      return {
        paths: [
          '/api',
          '/apis',
          '/healthz',
          '/livez',
          '/openapi/v2',
          '/openapi/v3',
          '/readyz',
          '/version',
        ],
      };
    case '/api':
      return isAggregated
        ? aggregatedDiscovery(registry, 'api')
        : apiVersions(req.headers.host ?? '');
    case '/apis':
      return isAggregated
        ? aggregatedDiscovery(registry, 'apis')
        : apiGroupList(registry);
    case '/version':
      return serverVersion;
    case '/openapi/v2':
      return openApiV2(registry);
    case '/openapi/v3':
      return openApiIndex(registry);
    default:
      return readBelow(path, exchange);
  }
}

function readBelow(path: string, { cluster: { registry } }: Exchange): unknown {
  const [root, first = '', second, third] = path.slice(1).split('/');
  if (root === 'api' && second === undefined) {
    return apiResourceList(registry, '', first);
  }
  if (root === 'apis' && third === undefined) {
    return second === undefined
      ? apiGroup(registry, first)
      : apiResourceList(registry, first, second);
  }
  return path.startsWith('/openapi/v3/')
    ? openApiV3(registry, path.slice('/openapi/v3/'.length))
    : undefined;
}

/** `kubectl` asks for the second OpenAPI version in protobuf only, and gives up when it cannot have it. */
function wantsProtobuf(path: string, accept = ''): boolean {
  const types = accept.split(',').map(clause => clause.split(';')[0]?.trim());
  return (
    path === '/openapi/v2' &&
    types.includes(openApiV2ProtobufType) &&
    !types.includes('application/json')
  );
}
