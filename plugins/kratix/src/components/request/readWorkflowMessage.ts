import type {
  PhaseReport,
  PhaseText,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** Kratix's own fillers where the author of the workflow says nothing (kratix-domain 2.3). */
const fillers = new Set(['Pending', 'Resource requested', 'Dry run executed']);

/**
 * What the author of the workflow says, unless the sentence says it already.
 * @internal
 */
export function readWorkflowMessage(
  { message }: PhaseReport,
  { sentence }: PhaseText,
): string | undefined {
  const text = message?.trim();
  return !text || fillers.has(text) || sentence.includes(text)
    ? undefined
    : text;
}
