import type { KratixSignal } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether a hint may concern one object. A hint without topics concerns everything of its platform.
 * @internal
 */
export function isHintFor(
  hint: KratixSignal,
  object: { platform: string; topic: string },
): boolean {
  if (hint.type !== 'changed' || hint.platform !== object.platform) {
    return false;
  }
  return hint.topics === undefined || hint.topics.includes(object.topic);
}
