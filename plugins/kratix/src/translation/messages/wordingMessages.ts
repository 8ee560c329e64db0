import { wordings } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Texts that logs, the catalog, the CLI and agents have in English too, so that they cannot differ.
 * @internal
 */
export const wordingMessages = { said: wordings } as const;
