import type { FleetApi } from '../src';
import { aFleet, fleetStates, impactStates } from '../src/__fixtures__';

/**
 * Answers as the backend would in each state, which the address names: `?state=` for the fleet, and the version
 * asked about (`with=revision:<state>`) for what it would mean.
 */
export function createFakeFleetApi(): FleetApi {
  return {
    fetchFleet: async () => {
      const id = new URLSearchParams(window.location.search).get('state');
      const state = fleetStates(Date.now()).find(one => one.id === id);
      if (!state) {
        return { ok: true, value: aFleet(Date.now()) };
      }
      return state.answer ?? new Promise(() => {});
    },
    askImpact: async (_ref, candidate) => {
      const id = candidate.type === 'revision' ? candidate.version : 'breaking';
      const state = impactStates().find(one => one.id === id);
      return state?.answer ?? new Promise(() => {});
    },
  };
}
