import {
  isWorkflowFiller,
  type PhaseReport,
  type PhaseText,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What the author of the workflow says, unless the sentence says it already.
 * @internal
 */
export function readWorkflowMessage(
  { message }: PhaseReport,
  { sentence }: PhaseText,
): string | undefined {
  const text = message?.trim();
  return !text || isWorkflowFiller(text) || sentence.includes(text)
    ? undefined
    : text;
}
