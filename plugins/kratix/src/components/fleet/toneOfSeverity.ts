import type {
  ImpactResponse,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** @internal */
export const toneOfSeverity = {
  safe: 'good',
  risky: 'waiting',
  breaking: 'bad',
} as const satisfies Record<ImpactResponse['severity'], Tone>;
