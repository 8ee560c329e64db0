import type { PlatformSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Translate } from '../../translation';

/**
 * How something that is not shown as meant can be mended, where its own sentence does not say so.
 * @internal
 */
export function mendingOf(
  { code }: Pick<PlatformSummary['problems'][number], 'code'>,
  t: Translate,
): string | undefined {
  return isMendable(code) ? t(`platform.mend.${code}`) : undefined;
}

const mendable = [
  'unusable-annotation',
  'name-taken',
  'transformer-failed',
  'entity-refused',
] as const;

function isMendable(code: string): code is (typeof mendable)[number] {
  return mendable.some(one => one === code);
}
