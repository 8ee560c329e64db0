import { phaseMessages as messages } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Texts about phases: those that logs, the catalog and agents have in English, so that they cannot differ.
 * @internal
 */
export const phaseMessages = { phase: messages } as const;
