import { setTimeout as sleep } from 'node:timers/promises';
import { ToolchainError } from '../toolchain/ToolchainError.mjs';

/**
 * Asks again and again until `isThere` says yes. A throw of `isThere` counts as
 * no; an error from `giveUp` ends the wait.
 */
export async function waitFor(options) {
  const { what, isThere, giveUp = () => undefined } = options;
  const { timeoutMs = 240_000, everyMs = 150 } = options;
  const deadline = Date.now() + timeoutMs;
  while (
    !(await Promise.resolve()
      .then(isThere)
      .catch(() => false))
  ) {
    const error = giveUp();
    if (error) {
      throw error;
    }
    if (Date.now() > deadline) {
      throw new ToolchainError(
        `Waited ${timeoutMs / 1000} s for ${what} in vain.`,
      );
    }
    await sleep(everyMs);
  }
}
