import type { PhaseReport, Tone } from './phase';
import type { PhaseMessage, PhaseWords } from './phaseMessage';
import { phaseSentences } from './phaseSentences';
import type { PhaseAction, PhaseTextContext } from './phaseText';
import { phaseTone } from './phaseTone';
import { timeOfDay } from './sentenceParts';

/**
 * What to say of a phase, in translatable form.
 * @public
 */
export interface PhaseExplanation {
  readonly tone: Tone;
  readonly actions: readonly PhaseAction[];
  readonly word: PhaseMessage;
  /** Sentences, in their order. A string is what the cluster says, with a full stop. */
  readonly sentence: readonly PhaseWords[];
  readonly nextStep?: PhaseMessage;
}

/**
 * Decides what is to be said of a phase; `writePhase` says it.
 * @public
 */
export function explainPhase(
  report: PhaseReport,
  context: PhaseTextContext = {},
): PhaseExplanation {
  return {
    tone: phaseTone[report.phase],
    word: chooseWord(report, context),
    ...phaseSentences[report.phase](report, context),
  };
}

function chooseWord(
  report: PhaseReport,
  context: PhaseTextContext,
): PhaseMessage {
  const { phase, step, nextRetryAt } = report;
  if (phase === 'Running' && step) {
    return {
      key: 'word.runningStep',
      params: { index: `${step.index}`, total: `${step.total}` },
    };
  }
  if (phase === 'Upgrading' && context.targetVersion) {
    return {
      key: 'word.upgradingTo',
      params: { version: context.targetVersion },
    };
  }
  if (phase === 'Suspended') {
    return nextRetryAt
      ? {
          key: 'word.waitingUntil',
          params: { time: timeOfDay(nextRetryAt, context) },
        }
      : { key: 'word.waitingForApproval' };
  }
  return { key: `word.${phase}` };
}
