import { createServer as createHttpServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { ServerCertificate } from './selfSignedCertificate';

/** @internal */
export interface Listener {
  readonly port: number;
  dropConnections(): number;
  close(): Promise<void>;
}

const tlsHandshake = 0x16;

/**
 * Serves HTTP and HTTPS on one loopback port: the first byte tells which a client speaks. Tests and
 * people with curl use HTTP; `kubectl` needs HTTPS, because it sends no token without.
 * @internal
 */
export async function listenBoth(
  port: number,
  certificate: ServerCertificate,
  handle: RequestListener,
): Promise<Listener> {
  const settings = { keepAliveTimeout: 90_000, requestTimeout: 0 };
  const http = createHttpServer(settings, handle);
  const https = createHttpsServer(
    {
      ...settings,
      key: certificate.keyPem,
      cert: certificate.certificatePem,
    },
    handle,
  );
  const sockets = new Set<Socket>();
  const tcp = createTcpServer(socket => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => sockets.delete(socket));
    // A client that goes away in the middle is no event for us.
    socket.on('error', () => socket.destroy());
    socket.once('data', chunk => {
      socket.pause();
      socket.unshift(chunk);
      (chunk[0] === tlsHandshake ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(port, '127.0.0.1', () => resolve());
  });
  const dropConnections = () => {
    const count = sockets.size;
    sockets.forEach(socket => socket.destroy());
    return count;
  };
  return {
    port: (tcp.address() as AddressInfo).port,
    dropConnections,
    close: () =>
      new Promise(resolve => {
        tcp.close(() => resolve());
        dropConnections();
      }),
  };
}
