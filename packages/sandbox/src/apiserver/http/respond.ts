import type { ServerResponse } from 'node:http';
import { stringify } from 'yaml';
import { NothingThere, StatusError } from '../status/StatusError';
import type { Exchange } from './Exchange';

/** @internal */
export function sendValue(
  exchange: Pick<Exchange, 'res' | 'format' | 'isCorrupted'>,
  code: number,
  value: unknown,
): void {
  const { res, format } = exchange;
  const isYaml = format.encoding === 'yaml';
  const text = isYaml ? stringify(value) : `${JSON.stringify(value)}\n`;
  const contentType =
    format.as === 'APIGroupDiscoveryList'
      ? 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'
      : `application/${format.encoding}`;
  sendText(res, code, exchange.isCorrupted ? corrupt(text) : text, contentType);
}

/** @internal */
export function sendText(
  res: ServerResponse,
  code: number,
  text: string | Buffer,
  contentType: string,
): void {
  const body = Buffer.isBuffer(text) ? text : Buffer.from(text);
  res.writeHead(code, {
    'content-type': contentType,
    'content-length': body.length,
    'cache-control': 'no-cache, private',
  });
  res.end(body);
}

/** Answers a failure with its Status; what is not a StatusError is our own bug, a 500. @internal */
export function sendFailure(
  exchange: Pick<Exchange, 'res' | 'format' | 'isCorrupted'>,
  failure: unknown,
): void {
  if (failure instanceof NothingThere && !exchange.res.headersSent) {
    sendText(
      exchange.res,
      404,
      '404 page not found\n',
      'text/plain; charset=utf-8',
    );
    return;
  }
  const error =
    failure instanceof StatusError
      ? failure
      : new StatusError(
          500,
          'InternalError',
          `Internal error occurred: ${
            failure instanceof Error ? failure.message : String(failure)
          }`,
        );
  const seconds = error.status.details?.retryAfterSeconds;
  if (exchange.res.headersSent) {
    exchange.res.destroy();
    return;
  }
  if (seconds !== undefined) {
    exchange.res.setHeader('retry-after', String(seconds));
  }
  sendValue(
    { ...exchange, format: { encoding: exchange.format.encoding } },
    error.code,
    error.status,
  );
}

/** Adds what `kubectl` prints as "Warning: …". @internal */
export function addWarning(res: ServerResponse, message: string): void {
  const text = message
    .replace(/[\\"]/g, '\\$&')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]+/g, ' ');
  // A header is bytes: UTF-8, as Go writes it.
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  res.appendHeader('warning', `299 - "${bytes}"`);
}

function corrupt(text: string): string {
  return text.slice(0, Math.max(1, Math.floor(text.length / 2)));
}
