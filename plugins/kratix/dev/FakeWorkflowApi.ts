import type { WorkflowApi } from '../src';
import {
  aLog,
  aWorkflowApi,
  someLogLines,
  workflowStates,
} from '../src/__fixtures__';

/**
 * Answers as the backend would in each state: the name of the object is the name of the state. Every log has
 * the same few lines.
 */
export function createFakeWorkflowApi(): WorkflowApi {
  const states = workflowStates(Date.now());
  return aWorkflowApi({
    fetchRuns: async subject => {
      const name = subject.type === 'request' ? subject.name : subject.promise;
      const state =
        states.find(({ id }) => id === name) ??
        states.find(({ id }) => id === 'succeeded');
      return state?.answer ?? new Promise(() => {});
    },
    openLog: async () =>
      aLog(
        { type: 'lines', lines: someLogLines(40) },
        { type: 'lines', lines: [{ text: 'Error: quota exceeded' }] },
        { type: 'end', reason: 'finished' },
      ),
  });
}
