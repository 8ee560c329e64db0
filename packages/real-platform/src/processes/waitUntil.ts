import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long to wait for a claim, and what to say when it stays false.
 *
 * @internal
 */
export interface WaitOptions {
  /** What is waited for, as the end of "Waited in vain for …". */
  what: string;
  timeoutMs: number;
  intervalMs?: number;
  /** More to say when the time is up, such as the end of a log. */
  explain?: () => Promise<string>;
  /** Thrown from here, an error ends the wait at once. */
  giveUpWhen?: () => void;
}

/**
 * Asks until the answer is neither false nor undefined, and gives it. A question that throws counts as a no, and its
 * last error becomes the cause when the time is up.
 *
 * @internal
 */
export async function waitUntil<T>(
  ask: () => Promise<T | false | undefined>,
  options: WaitOptions,
): Promise<T> {
  const deadline = Date.now() + options.timeoutMs;
  let lastError: unknown;
  for (;;) {
    await giveUp(options);
    try {
      const answer = await ask();
      if (answer !== false && answer !== undefined) {
        return answer;
      }
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > deadline) {
      break;
    }
    await sleep(options.intervalMs ?? 100);
  }
  throw new Error(
    `Waited ${options.timeoutMs / 1000} s in vain for ${
      options.what
    }${await explanation(options)}`,
    { cause: lastError },
  );
}

async function giveUp(options: WaitOptions): Promise<void> {
  try {
    options.giveUpWhen?.();
  } catch (error) {
    throw new Error(
      `Gave up waiting for ${options.what}: ${
        error instanceof Error ? error.message : error
      }${await explanation(options)}`,
      { cause: error },
    );
  }
}

async function explanation(options: WaitOptions): Promise<string> {
  return options.explain ? `\n${await options.explain()}` : '';
}
