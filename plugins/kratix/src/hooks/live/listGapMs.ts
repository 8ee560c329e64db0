/**
 * Lists change whenever anything in them does, so hints come far oftener than to the page of one thing; one
 * question in three seconds keeps a burst of changes a handful of questions.
 * @internal
 */
export const listGapMs = 3_000;
