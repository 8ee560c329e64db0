import { connect, createServer } from 'node:net';
import { ToolchainError } from '../toolchain/ToolchainError.mjs';

/** Refuses to go on when something answers on that port already. */
export async function requireFreePort(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(host => isAnswering(host, port)),
  );
  if (answers.includes(true)) {
    throw new ToolchainError(
      `Port ${port} is in use, perhaps by another portal.\n` +
        `Stop what runs there, or choose another port: npm start -- --port ${
          port + 100
        }`,
    );
  }
}

/** The wanted port if nobody listens there, else any free one. */
export async function findFreePort(wanted = 0) {
  try {
    return await listenOnce(wanted);
  } catch {
    return listenOnce(0);
  }
}

function isAnswering(host, port) {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}

function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}
