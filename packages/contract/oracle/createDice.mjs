/** Chance that is the same for the same seed (mulberry32). */
export function createDice(seed) {
  const state = { seed };
  const next = () => {
    state.seed = Math.trunc(state.seed + 0x6d2b79f5);
    let hash = Math.imul(state.seed ^ (state.seed >>> 15), 1 | state.seed);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 4294967296;
  };
  const chance = probability => next() < probability;
  const pick = choices => choices[Math.floor(next() * choices.length)];
  return {
    chance,
    pick,
    /** The entries that come up, each with its own probability. */
    some: entries =>
      Object.fromEntries(
        Object.entries(entries)
          .filter(([, [probability]]) => chance(probability))
          .map(([key, [, choices]]) => [key, pick(choices)]),
      ),
  };
}
