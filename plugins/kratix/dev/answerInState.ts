import type { ApiProblem, Fetched } from '../src';

type ProblemState = Exclude<ApiProblem['kind'], 'invalid' | 'notInstalled'>;

const problems: Readonly<Record<ProblemState, string>> = {
  forbidden: 'kratix.request.read is not allowed',
  notFound: 'There is nothing of this name',
  unreachable: 'Platform "dev" does not answer',
  noAnswer: 'No answer within 15 s',
  unauthorised: 'Missing credentials',
  failed: 'Request failed with 500 Internal Server Error',
};

/** What an entity has none of, in a state of this name; see EntityInState. */
export const incompleteState = 'incomplete';

/** The states of everything that is asked for, beside those that are its own. */
export const commonStates: readonly { id: string; title: string }[] = [
  { id: 'loading', title: 'Loading' },
  { id: 'empty', title: 'Empty' },
  { id: 'known', title: 'Known' },
  { id: 'forbidden', title: 'Not allowed' },
  { id: 'unreachable', title: 'Platform does not answer' },
  { id: 'noAnswer', title: 'Portal does not answer' },
  { id: 'notFound', title: 'Removed' },
  { id: 'failed', title: 'Failed' },
  { id: incompleteState, title: 'Annotations missing' },
];

/** What the backend answers in one of these states; in any other one, what is known. */
export async function answerInState<T>(
  state: string | null | undefined,
  { known, empty }: { known: T; empty: T },
): Promise<Fetched<T>> {
  if (state === 'loading') {
    return new Promise(() => {});
  }
  if (isProblem(state)) {
    return {
      ok: false,
      problem: { kind: state, message: problems[state] },
    };
  }
  return { ok: true, value: state === 'empty' ? empty : known };
}

function isProblem(state: string | null | undefined): state is ProblemState {
  return typeof state === 'string' && Object.hasOwn(problems, state);
}
