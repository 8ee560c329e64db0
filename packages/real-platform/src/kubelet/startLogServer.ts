import { createServer } from 'node:https';
import type { ServerResponse } from 'node:http';
import type { CertificateAuthority } from '../certificates/CertificateAuthority';
import type { ContainerLog } from './ContainerLog';
import {
  formatLine,
  parseLogQuery,
  selectLines,
  type LogQuery,
} from './LogQuery';

/**
 * Finds the log of a container's run: the latest one, or the one before it.
 *
 * @internal
 */
export type FindLog = (where: {
  namespace: string;
  pod: string;
  container: string;
  previous: boolean;
}) => { ok: true; log: ContainerLog } | { ok: false; message: string };

/**
 * Where the API server finds the logs of this node.
 *
 * @internal
 */
export interface LogServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves `/containerLogs/{namespace}/{pod}/{container}` as a kubelet does, so
 * that `pods/log` goes the whole way through the API server. Only a client with
 * a certificate of the platform's authority is answered.
 *
 * @internal
 */
export async function startLogServer(
  authority: CertificateAuthority,
  findLog: FindLog,
  clock: () => Date,
): Promise<LogServer> {
  const pair = await authority.issue({ commonName: 'kubelet' });
  const server = createServer(
    {
      ca: authority.certificate,
      cert: pair.certificate,
      key: pair.privateKey,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (req, res) => {
      const url = new URL(req.url ?? '/', 'https://kubelet');
      const [route, namespace, pod, container] = url.pathname
        .split('/')
        .slice(1)
        .map(decodeURIComponent);
      if (route !== 'containerLogs' || !namespace || !pod || !container) {
        res.writeHead(404).end('404 page not found\n');
        return;
      }
      const query = parseLogQuery(url.searchParams, clock());
      const found = findLog({
        namespace,
        pod,
        container,
        previous: query.previous,
      });
      if (found.ok) {
        sendLog(res, found.log, query);
      } else {
        res.writeHead(400, { 'content-type': 'text/plain' });
        res.end(found.message);
      }
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The log server was given no port');
  }
  return {
    port: address.port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendLog(
  res: ServerResponse,
  log: ContainerLog,
  query: LogQuery,
): void {
  res.writeHead(200, { 'content-type': 'text/plain' });
  let bytesLeft = query.limitBytes ?? Number.POSITIVE_INFINITY;
  const send = (text: string) => {
    const bytes = Buffer.from(text, 'utf8').subarray(0, bytesLeft);
    bytesLeft -= bytes.length;
    res.write(bytes);
    if (bytesLeft <= 0) {
      res.end();
    }
  };
  res.flushHeaders();
  for (const line of selectLines(log.lines(), query)) {
    send(formatLine(line, query));
    if (bytesLeft <= 0) {
      return;
    }
  }
  if (!query.follow || log.isEnded) {
    res.end();
    return;
  }
  const stop = log.follow(
    line => send(formatLine(line, query)),
    () => res.end(),
  );
  res.once('close', stop);
}
