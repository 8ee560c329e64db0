import type { Freshness } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Translate } from '../../translation';

type Reason = NonNullable<Freshness['problem']>['reason'];

/**
 * Why a platform no longer confirms what is shown.
 * @internal
 */
export function describeSilence(
  reason: Reason | undefined,
  platform: string,
  t: Translate,
): string {
  switch (reason) {
    case 'unauthorized':
    case 'forbidden':
    case 'notInstalled':
    case 'throttled':
    case 'unreachable':
    case 'invalidResponse':
      return t(`silence.${reason}`, { platform });
    case undefined:
      return t('silence.unreachable', { platform });
    default:
      return reason satisfies never;
  }
}
