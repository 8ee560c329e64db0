import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { complain } from '../output/complain';
import type { Terminal } from '../Terminal';
import { bundleApp } from './bundleApp';
import { PreviewServer } from './PreviewServer';

/** @internal */
export interface PreviewOptions {
  readonly port: string;
}

const SETTLE_MS = 100;

/**
 * `kratix-portal preview`: the form of a Promise in a browser, live as its file changes, until the signal.
 * @internal
 */
export async function runPreview(
  file: string,
  { port }: PreviewOptions,
  terminal: Terminal,
  signal: AbortSignal,
  loadAssets = bundleApp,
): Promise<number> {
  const portNumber = Number(port);
  if (!Number.isInteger(portNumber) || portNumber < 0 || portNumber > 65_535) {
    complain(terminal, file, `${port} is no port.`);
    return 2;
  }
  const assets = loadAssets();
  // Told when the page asks for them; until then it is not lost.
  assets.catch(() => undefined);
  const server = new PreviewServer(file, () => assets);
  const isThere = await show(server, file);
  if (!isThere) {
    complain(terminal, file, 'The file cannot be read.');
    return 2;
  }
  try {
    const url = await server.listen(portNumber);
    await assets;
    terminal.stdout.write(
      `${url}\nChanges of ${file} show at once. Ctrl-C ends.\n`,
    );
    await follow(server, file, signal);
    return 0;
  } catch (error) {
    complain(terminal, file, explain(error, port));
    return 2;
  } finally {
    server.close();
  }
}

function explain(error: unknown, port: string): string {
  const isTaken = Object(error).code === 'EADDRINUSE';
  return isTaken
    ? `Port ${port} is in use. Choose another with --port, or leave it out for any that is free.`
    : String(error);
}

async function show(server: PreviewServer, file: string): Promise<boolean> {
  try {
    server.show(await readFile(file, 'utf8'));
    return true;
  } catch (error) {
    server.showProblem(`The file cannot be read: ${String(error)}`);
    return false;
  }
}

/** Watches the folder: editors put another file in the place of the one that they save. */
async function follow(
  server: PreviewServer,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const pending: { timer?: NodeJS.Timeout } = {};
  await new Promise<void>((resolve, reject) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const watcher = watch(path.dirname(path.resolve(file)), (_, name) => {
      if (name === null || name === path.basename(file)) {
        clearTimeout(pending.timer);
        pending.timer = setTimeout(() => show(server, file), SETTLE_MS);
      }
    });
    watcher.once('error', reject);
    signal.addEventListener('abort', () => {
      clearTimeout(pending.timer);
      watcher.close();
      resolve();
    });
  });
}
