import type { LogLine, WorkflowRun, WorkflowStep } from '../contracts';

/**
 * Where in a run something went wrong.
 * @public
 */
export interface FailingStep {
  readonly pipeline: string;
  readonly step: WorkflowStep;
  readonly attemptCount?: number;
  /** Absent when its Pod is gone. */
  readonly pod?: string;
}

/**
 * The step that failed, or that cannot go on; undefined where none did, or where it is not known which.
 * @public
 */
export function findFailingStep(run: WorkflowRun): FailingStep | undefined {
  for (const { name, state, attempts, attemptCount } of run.pipelines) {
    const last = attempts.at(-1);
    const step =
      state === 'failed' || state === 'running'
        ? last?.steps.find(isFailing)
        : undefined;
    if (last && step) {
      return {
        pipeline: name,
        step,
        ...(attemptCount !== undefined && { attemptCount }),
        ...(last.pod && { pod: last.pod }),
      };
    }
  }
  return undefined;
}

function isFailing({ state, trouble, exitCode }: WorkflowStep): boolean {
  return (
    state === 'failed' ||
    trouble !== undefined ||
    (state === 'waiting' && exitCode !== undefined && exitCode !== 0)
  );
}

const errorWords =
  /\b(error|errors|fatal|failed|failure|panic|exception|denied|refused|cannot|unable|timed out|not found)\b/i;

/** Terminal colours and the like. */
// eslint-disable-next-line no-control-regex
const escapes = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

const MOST_CHARACTERS = 300;

/**
 * The line of a log that most likely says what went wrong: the last one that sounds like an error, else the
 * last one that says anything.
 * @public
 */
export function findLastErrorLine(
  lines: readonly Pick<LogLine, 'text'>[],
): string | undefined {
  const texts = lines
    .slice(-200)
    .map(({ text }) => text.replace(escapes, '').trim())
    .filter(text => text.length > 0);
  const found = [...texts].reverse().find(text => errorWords.test(text));
  const text = found ?? texts.at(-1);
  return text && text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS - 1)}…`
    : text;
}
