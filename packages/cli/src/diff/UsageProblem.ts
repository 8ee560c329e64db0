/**
 * What the command was given cannot be worked with; the message says what to do.
 * @internal
 */
export class UsageProblem extends Error {}
