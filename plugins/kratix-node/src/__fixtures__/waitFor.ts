/**
 * Resolves when the check holds; fails, saying what it waited for, when that takes too long.
 */
export async function waitFor(
  what: string,
  check: () => boolean,
  timeoutMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!check()) {
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain for: ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 5);
    });
  }
}
