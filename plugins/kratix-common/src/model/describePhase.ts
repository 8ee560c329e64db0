import type { PhaseReport } from './phase';
import { phaseSentences } from './phaseSentences';
import type { PhaseText, PhaseTextContext } from './phaseText';
import { phaseTone, phaseWord } from './phaseTone';
import { timeOfDay } from './sentenceParts';

/**
 * Step 6 of 7: the words for a phase, by the table in the interface guide ("Phases, in our words").
 * @public
 */
export function describePhase(
  report: PhaseReport,
  context: PhaseTextContext = {},
): PhaseText {
  return {
    word: chooseWord(report, context),
    tone: phaseTone[report.phase],
    ...phaseSentences[report.phase](report, context),
  };
}

function chooseWord(report: PhaseReport, context: PhaseTextContext): string {
  const { phase, step, nextRetryAt } = report;
  const word = phaseWord[phase];
  switch (phase) {
    case 'Running':
      return step ? `${word} · step ${step.index} of ${step.total}` : word;
    case 'Upgrading':
      return context.targetVersion
        ? `${word} to ${context.targetVersion}`
        : word;
    case 'Suspended':
      return nextRetryAt
        ? `Waiting until ${timeOfDay(nextRetryAt, context)}`
        : word;
    default:
      return word;
  }
}
