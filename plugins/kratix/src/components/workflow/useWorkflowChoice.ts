import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { WorkflowChoice } from './chooseStep';

const keys = [
  'run',
  'pipeline',
  'step',
  'attempt',
  'previous',
  'line',
] as const;

/**
 * What a person looks at, kept in the address: a link shows a colleague the same line.
 * @internal
 */
export function useWorkflowChoice(): {
  readonly choice: WorkflowChoice;
  readonly choose: (choice: WorkflowChoice) => void;
  readonly linkTo: (choice: WorkflowChoice) => string;
} {
  const [params, setParams] = useSearchParams();
  const choice = useMemo(() => readChoice(params), [params]);
  const choose = useCallback(
    (next: WorkflowChoice) =>
      setParams(before => writeChoice(before, next), { replace: true }),
    [setParams],
  );
  const linkTo = useCallback(
    (next: WorkflowChoice) => `?${writeChoice(params, next)}`,
    [params],
  );
  return { choice, choose, linkTo };
}

function readChoice(params: URLSearchParams): WorkflowChoice {
  const word = (key: string) => {
    const value = params.get(key);
    return value ? { [key]: value } : {};
  };
  const number = (key: string) => {
    const value = Number(params.get(key));
    return Number.isInteger(value) && value > 0 ? { [key]: value } : {};
  };
  return {
    ...word('run'),
    ...word('pipeline'),
    ...word('step'),
    ...number('attempt'),
    ...(params.get('previous') === 'true' && { previous: true }),
    ...number('line'),
  };
}

/** Leaves what others keep in the address. */
function writeChoice(
  before: URLSearchParams,
  choice: WorkflowChoice,
): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const key of keys) {
    const value = choice[key];
    if (value === undefined || value === false) {
      params.delete(key);
    } else {
      params.set(key, String(value));
    }
  }
  return params;
}
