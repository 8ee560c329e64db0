/**
 * Scenario → places where the sandbox does not do what real Kratix did. A line here is a debt: it is taken out
 * when the sandbox does.
 * @internal
 */
export const knownDifferences: Readonly<Record<string, readonly string[]>> = {};
