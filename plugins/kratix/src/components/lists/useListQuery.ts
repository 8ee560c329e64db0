import { useCallback, useMemo } from 'react';
import {
  requestListQuerySchema,
  type RequestListQuery,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useLocation, useSearchParams } from 'react-router-dom';

/**
 * What a person can set in a list; everything else is where the list stands.
 * @internal
 */
export type ListChoice = Pick<
  RequestListQuery,
  | 'phase'
  | 'namespace'
  | 'owner'
  | 'version'
  | 'text'
  | 'sort'
  | 'order'
  | 'offset'
  | 'limit'
>;

/**
 * How a choice came about. A step (a page turned, a filter chosen) is one that Back undoes; a word is one step,
 * however often somebody paused while typing it; a correction is nobody's step.
 * @internal
 */
export type ChoiceMaking = 'step' | 'typing' | 'correction';

/**
 * Changes what is chosen. Anything but turning a page starts again at the first.
 * @internal
 */
export type Choose = (
  changes: Partial<ListChoice>,
  making?: ChoiceMaking,
) => void;

/**
 * The state of a list, kept in the address: a link shows a colleague the same thing. What the address says
 * and the list does not understand is left out.
 * @internal
 */
export function useListQuery(): {
  readonly choice: ListChoice;
  readonly choose: Choose;
} {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const choice = useMemo(() => readChoice(params), [params]);
  const isTyped = state === typed;
  const choose = useCallback<Choose>(
    (changes, making = 'step') => {
      const next = { ...choice, offset: 0, ...changes };
      if (isSame(next, choice)) {
        return;
      }
      const isTyping = making === 'typing';
      setParams(writeChoice(params, next), {
        replace: making === 'correction' || (isTyping && isTyped),
        state: isTyping ? typed : undefined,
      });
    },
    [choice, params, setParams, isTyped],
  );
  return { choice, choose };
}

/** Marks an entry of the browser's history that somebody is perhaps still typing. */
const typed = 'kratix:typed';

function isSame(one: ListChoice, other: ListChoice): boolean {
  const nothing = new URLSearchParams();
  return (
    writeChoice(nothing, one).toString() ===
    writeChoice(nothing, other).toString()
  );
}

const lists = ['phase', 'namespace', 'owner', 'version'] as const;
const words = ['text', 'sort', 'order', 'offset', 'limit'] as const;
const defaults: ListChoice = requestListQuerySchema.parse({});

/** @internal */
export function readChoice(params: URLSearchParams): ListChoice {
  const { shape } = requestListQuerySchema;
  const read = <K extends keyof ListChoice>(key: K, value: unknown) => {
    const parsed = shape[key].safeParse(value);
    return parsed.success ? { [key]: parsed.data } : {};
  };
  return Object.assign(
    { ...defaults },
    ...lists.map(key => read(key, params.getAll(key))),
    ...words.map(key => read(key, params.get(key) ?? undefined)),
  );
}

/** Says only what differs from the default, and leaves what others keep in the address. */
function writeChoice(
  before: URLSearchParams,
  choice: ListChoice,
): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const key of lists) {
    params.delete(key);
    choice[key].forEach(value => params.append(key, value));
  }
  for (const key of words) {
    params.delete(key);
    if (choice[key] !== defaults[key]) {
      params.set(key, String(choice[key]));
    }
  }
  return params;
}
