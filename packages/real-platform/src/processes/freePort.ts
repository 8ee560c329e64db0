import { createServer } from 'node:net';

/**
 * A port of the loopback that nobody listens on now. Somebody else may take it
 * before we do: whoever listens on it must still report a clash.
 *
 * @internal
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>(resolve => server.close(() => resolve()));
  if (address === null || typeof address === 'string') {
    throw new Error('The operating system named no port for a TCP listener');
  }
  return address.port;
}

/**
 * Whether a port of the loopback can be listened on now.
 *
 * @internal
 */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  return await new Promise<boolean>(resolve => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
