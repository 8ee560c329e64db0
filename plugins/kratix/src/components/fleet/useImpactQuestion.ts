import type { ImpactCandidate } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSearchParams } from 'react-router-dom';

/**
 * What is asked: on which platform, and what it might have. A file stays out of the address: it is long, and
 * nobody else's.
 * @internal
 */
export interface ImpactQuestion {
  readonly on: string;
  /** `platform:dev`, `revision:v1`, `file`, or empty. */
  readonly with: string;
}

/**
 * The question in the address. Where one platform alone has the service there is nowhere else to ask about, and
 * nothing but a file to ask with.
 * @internal
 */
export function useImpactQuestion(holders: readonly string[]): {
  readonly question: ImpactQuestion;
  readonly ask: (changes: Partial<ImpactQuestion>) => void;
} {
  const [params, setParams] = useSearchParams();
  const only = holders.length === 1 ? holders[0] : undefined;
  const question = {
    on: params.get('on') || only || '',
    with: params.get('with') || (only ? 'file' : ''),
  };
  return {
    question,
    ask: changes =>
      setParams(new URLSearchParams({ ...question, ...changes }), {
        replace: true,
      }),
  };
}

/**
 * The candidate that a question names; undefined while it names none.
 * @internal
 */
export function toCandidate(
  question: ImpactQuestion,
  file: string,
): ImpactCandidate | undefined {
  if (question.with === 'file') {
    return file ? { type: 'file', text: file } : undefined;
  }
  const [type, ...rest] = question.with.split(':');
  const name = rest.join(':');
  if (!name) {
    return undefined;
  }
  switch (type) {
    case 'platform':
      return { type, platform: name };
    case 'revision':
      return { type, version: name };
    default:
      return undefined;
  }
}
