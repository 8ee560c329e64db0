/**
 * Why a request takes no part in a rollout, beyond what keeps any operation from it (`operation.…`).
 * @internal
 */
export const rolloutWordings = {
  keptInGit: '{{agent}} keeps it as it is in Git: choose its version there.',
  partOf: 'It is a part of {{name}} ({{namespace}}), which decides for it.',
  paused: 'It is paused.',
  servicePaused: 'The service as a whole is paused.',
  noVersion: 'It has no version.',
  there: 'It is at {{version}} already.',
} as const;
