/**
 * What Kratix itself says where nobody else does (kratix-domain 2.3), which its phase and its step say already.
 */
const fillers =
  /^(Pending|Resource requested|Dry run executed|A (\w+\/)?(configure|delete) pipeline has failed: \S+)$/i;

/**
 * Whether a message is Kratix's own and adds nothing: it is not what the author of the workflow says.
 * @public
 */
export function isWorkflowFiller(message: string): boolean {
  return fillers.test(message.trim());
}
