/**
 * Exchanges that the sandbox does not answer to the letter, each with the reason why no client can tell.
 * A line here is a debt: it is listed in every run.
 * @internal
 */
export const knownDifferences: Readonly<Record<string, string>> = {};
