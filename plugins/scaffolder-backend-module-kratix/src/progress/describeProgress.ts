import {
  describePhase,
  type PhaseReport,
  type PipelineStatus,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { toLogLine } from './toLogLine';

/**
 * What is known of a request's way at one moment.
 * @internal
 */
export interface Progress {
  readonly report: PhaseReport;
  /** Undefined when this Kratix does not report them. */
  readonly pipelines?: readonly PipelineStatus[];
}

/**
 * What is new since the last look, one line each, for the log of a task.
 * @internal
 */
export function describeProgress(
  progress: Progress,
  before: Progress | undefined,
): string[] {
  const steps = (progress.pipelines ?? []).flatMap(pipeline => {
    const earlier = before?.pipelines?.find(
      ({ name }) => name === pipeline.name,
    );
    const isNews =
      pipeline.phase !== (earlier?.phase ?? 'Pending') ||
      pipeline.message !== earlier?.message;
    return isNews ? [describeStep(pipeline)] : [];
  });
  const sentence = sentenceOf(progress);
  const isSentenceNews = !before || sentence !== sentenceOf(before);
  return isSentenceNews ? [...steps, sentence] : steps;
}

// Without the time, so that a sentence is news only when it says something else.
function sentenceOf({ report }: Progress): string {
  const { word, sentence } = describePhase(report);
  return toLogLine(`${word}: ${sentence}`);
}

function describeStep({ name, phase, message }: PipelineStatus): string {
  const word = stepWords[phase];
  return toLogLine(
    message ? `Step ${name} ${word}: ${message}` : `Step ${name} ${word}`,
  );
}

const stepWords: Readonly<Record<PipelineStatus['phase'], string>> = {
  Pending: 'is waiting to start',
  Running: 'is running',
  Succeeded: 'is done',
  Failed: 'failed',
  Suspended: 'is suspended',
  Other: 'is in a state that this portal does not know',
};
