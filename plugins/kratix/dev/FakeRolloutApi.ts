import type { RolloutApi } from '../src';
import { rolloutStates } from '../src/__fixtures__';

/**
 * Answers as the backend would in each state: the name of the Promise is the name of the state.
 */
export function createFakeRolloutApi(): RolloutApi {
  const states = rolloutStates();
  return {
    fetchRollout: async ({ promise }) => {
      const state =
        states.find(({ id }) => id === promise) ??
        states.find(({ id }) => id === 'lagging');
      return state?.answer ?? new Promise(() => {});
    },
    fetchCopies: async () => ({
      ok: true,
      value: { targets: [], unknown: [] },
    }),
  };
}
