import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until it is so. */
export async function until(
  isSo: () => Promise<boolean>,
  timeoutMs = 120_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`It is not so after ${timeoutMs / 1000} s: ${isSo}`);
    }
    await pause(100);
  }
}
