import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { LogChunk } from '../service/WorkflowReader';
import { streamContainerLog } from './streamContainerLog';

/** After this the caller is told that the log is being waited for. A refusal comes sooner. */
const SILENCE_MS = 2_000;

type Opened = Readable | LogChunk;

/**
 * Opens a log and hands it on. A kubelet sends nothing, not even headers, before the first line of a container
 * that it follows (k8s.io/kubernetes pkg/kubelet/server `getContainerLogs`), so that opening lasts as long as
 * the silence. `open` heeds its signal.
 * @internal
 */
export async function* openContainerLog(
  open: (signal: AbortSignal) => Promise<Opened>,
  signal: AbortSignal | undefined,
): AsyncGenerator<LogChunk, void, undefined> {
  const left = new AbortController();
  const opening = open(
    signal ? AbortSignal.any([signal, left.signal]) : left.signal,
  );
  // It may fail while nobody waits for it.
  opening.catch(() => undefined);
  try {
    if (await isPending(opening)) {
      yield { type: 'lines', lines: [] };
      yield* streamOpened(await opening.catch(() => broken(signal)), signal);
    } else {
      yield* streamOpened(await opening, signal);
    }
  } finally {
    left.abort();
  }
}

async function isPending(opening: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([
      opening.then(() => false),
      pause(SILENCE_MS, true, { signal: over.signal }),
    ]);
  } finally {
    over.abort();
  }
}

/** Once something was yielded, nothing is thrown but what the caller asked for. */
function broken(signal: AbortSignal | undefined): LogChunk {
  signal?.throwIfAborted();
  return { type: 'end', reason: 'interrupted' };
}

async function* streamOpened(
  opened: Opened,
  signal: AbortSignal | undefined,
): AsyncGenerator<LogChunk, void, undefined> {
  if (opened instanceof Readable) {
    yield* streamContainerLog(opened, signal);
  } else {
    yield opened;
  }
}
