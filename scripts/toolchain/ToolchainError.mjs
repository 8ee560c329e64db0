/** Something a person has to mend: its message says what and how. */
export class ToolchainError extends Error {}
