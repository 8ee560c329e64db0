/**
 * Waits for what comes by itself, however busy the machine is; fails after half a minute.
 */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!isTrue()) {
    if (Date.now() > end) {
      throw new Error('It did not come to pass');
    }
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}
