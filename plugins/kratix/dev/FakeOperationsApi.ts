import type { OperationsApi } from '../src';
import {
  anOperationsApi,
  operationsStates,
  promiseOperationsStates,
} from '../src/__fixtures__';

/**
 * Answers as the backend would in each state: the name of the request is the name of the state. Writes are
 * refused, since nothing stands behind them.
 */
export function createFakeOperationsApi(): OperationsApi {
  const states = operationsStates(Date.now());
  const refuse = async () => ({
    ok: false as const,
    problem: {
      kind: 'failed' as const,
      message: 'There is no platform behind this page.',
    },
  });
  return anOperationsApi({
    fetchOperations: async ({ name }) => {
      const state = states.find(({ id }) => id === name) ?? states[1];
      return state?.answer ?? new Promise(() => {});
    },
    fetchPromiseOperations: async ({ promise }) => {
      const state =
        promiseOperationsStates().find(({ id }) => id === promise) ??
        promiseOperationsStates()[1];
      return state?.answer ?? new Promise(() => {});
    },
    operate: refuse,
    operatePromise: refuse,
    deleteRequest: refuse,
    startPreview: async () => ({ ok: true, value: { preview: 'preview' } }),
    fetchPreview: async () => ({
      ok: true,
      value: {
        state: 'done',
        isComplete: false,
        message: 'Preview is incomplete; these components failed: vault/keys',
        sections: [
          {
            pipeline: 'terraform-apply',
            notes: [],
            files: [
              {
                path: 'database.yaml',
                change: 'changed',
                diff: '   name: checkout\n-  size: small\n+  size: large\n@@\n   zone: a\n-  replicas: 1',
                isCut: false,
              },
              {
                path: 'alerts.yaml',
                change: 'added',
                diff: '+kind: PrometheusRule',
                isCut: false,
              },
            ],
          },
          {
            component: { promise: 'vault', name: 'keys' },
            notes: ['Dry run failed. A Configure Pipeline has failed: keys'],
            files: [],
          },
        ],
      },
    }),
  });
}
