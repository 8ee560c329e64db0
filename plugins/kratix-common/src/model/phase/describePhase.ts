import { explainPhase } from './explainPhase';
import type { PhaseReport } from './phase';
import type { PhaseText, PhaseTextContext } from './phaseText';
import { writePhase, writePhaseInEnglish } from './writePhase';

/**
 * Step 6 of 7: the words for a phase in English, by the table in the interface guide ("Phases, in our
 * words"). Pages put the same decision (`explainPhase`) in the language of the reader.
 * @public
 */
export function describePhase(
  report: PhaseReport,
  context: PhaseTextContext = {},
): PhaseText {
  return writePhase(explainPhase(report, context), writePhaseInEnglish);
}
