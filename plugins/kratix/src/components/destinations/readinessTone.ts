import type {
  Readiness,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How readiness looks.
 * @internal
 */
export const readinessTone: Readonly<Record<Readiness['state'], Tone>> = {
  ready: 'good',
  notReady: 'bad',
  notReported: 'unknown',
  missing: 'bad',
};
