import { useMemo } from 'react';
import {
  explainPhase,
  writePhase,
  type Phase,
  type PhaseReport,
  type PhaseText,
  type PhaseTextContext,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useLanguage } from '../time';
import { createPhaseWriter } from './createPhaseWriter';
import { useTexts } from './useTexts';

/**
 * Phases in the language of the person.
 * @internal
 */
export interface Phases {
  /** Where there is only room for one. */
  wordOf(phase: Phase): string;
  describe(
    report: PhaseReport,
    context?: Omit<PhaseTextContext, 'formatTime'>,
  ): PhaseText;
}

/**
 * Words for phases.
 * @internal
 */
export function usePhases(): Phases {
  const { t } = useTexts();
  const language = useLanguage();
  return useMemo(() => {
    const write = createPhaseWriter(t, language);
    const formatTime = (iso: string) =>
      new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(
        Date.parse(iso),
      );
    return {
      wordOf: phase => write(`word.${phase}`, {}),
      describe: (report, context) =>
        writePhase(explainPhase(report, { ...context, formatTime }), write),
    };
  }, [t, language]);
}
