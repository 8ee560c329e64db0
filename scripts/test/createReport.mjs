const STILL_RUNNING_MS = 60_000;

/** Runs stages, says how each went, and sums them up. */
export function createReport({ print = console.log, exit = setExitCode } = {}) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const running = new Set();
  const startedAt = Date.now();
  const timer = setInterval(
    () =>
      print(`  … ${[...running].join(', ')} (${seconds(startedAt)} in all)`),
    STILL_RUNNING_MS,
  );
  timer.unref();

  return {
    async run({ name, run }) {
      const stageStartedAt = Date.now();
      running.add(name);
      const result = await run().catch(asFailure);
      running.delete(name);
      for (const key of Object.keys(sum)) {
        sum[key] += result[key];
      }
      print(describeStage(name, result, seconds(stageStartedAt)));
      if (result.failed > 0 || result.skipped > 0) {
        print(result.output ? `${indent(result.output)}\n` : '');
      }
    },

    finish() {
      clearInterval(timer);
      print(`\n${seconds(startedAt)}`);
      print(describeSum(sum));
      exit(sum.failed > 0 ? 1 : 0);
    },
  };
}

/** `12 passed, 0 failed`, and the skipped ones where there are any. */
function describeSum({ passed, failed, skipped }) {
  const all = [`${passed} passed`, `${failed} failed`];
  return [...all, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ');
}

function describeStage(name, result, time) {
  const mark = result.failed > 0 ? '✖' : result.passed > 0 ? '✔' : '-';
  return `${mark} ${name.padEnd(12)} ${time.padStart(6)}  ${describeSum(
    result,
  )}`;
}

function asFailure(error) {
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    output: error.stack ?? `${error}`,
  };
}

function indent(text) {
  return text
    .trimEnd()
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n');
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function setExitCode(code) {
  process.exitCode = code;
}
