/**
 * Several streams as one, each value with the position of the stream that it came from, in the order in which
 * they come. Ends when all have ended, and fails when one fails.
 *
 * @remarks
 * The streams are read ahead: they must be able to end by themselves (here: when their signal is aborted).
 * Racing their promises instead would leave one more reaction on each quiet stream for every value of a busy
 * one.
 * @internal
 */
export async function* mergeStreams<T>(
  streams: readonly AsyncGenerator<T, void, undefined>[],
): AsyncGenerator<{ index: number; value: T }, void, undefined> {
  const inbox: { index: number; value: T }[] = [];
  const state = { running: streams.length, failures: [] as unknown[] };
  let wake = () => {};
  const nextNews = () =>
    new Promise<void>(resolve => {
      wake = resolve;
    });
  const read = async (stream: AsyncIterable<T>, index: number) => {
    try {
      for await (const value of stream) {
        inbox.push({ index, value });
        wake();
      }
    } catch (error) {
      state.failures.push(error);
    }
    state.running -= 1;
    wake();
  };
  streams.forEach((stream, index) => void read(stream, index));
  for (;;) {
    yield* inbox.splice(0);
    if (state.failures.length > 0) {
      throw state.failures[0];
    }
    if (inbox.length === 0) {
      if (state.running === 0) {
        return;
      }
      await nextNews();
    }
  }
}
