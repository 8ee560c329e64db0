/** Turns what `node --test --test-reporter=tap` prints into a stage's result. */
export function readTapResult(tap) {
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const passed = count('pass');
  const failed = count('fail') + count('cancelled');
  const ranNothing = passed + failed + count('skipped') === 0;
  return {
    passed,
    failed: failed + Number(ranNothing),
    skipped: count('skipped') + count('todo'),
    output: tap,
  };
}
