import { useCallback, useMemo } from 'react';
import {
  requestListQuerySchema,
  type RequestListQuery,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useSearchParams } from 'react-router-dom';

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
 * The state of a list, kept in the address: a link shows a colleague the same thing. What the address says
 * and the list does not understand is left out.
 * @internal
 */
export function useListQuery(): {
  readonly choice: ListChoice;
  /** Anything but turning a page starts again at the first. */
  readonly choose: (changes: Partial<ListChoice>) => void;
} {
  const [params, setParams] = useSearchParams();
  const choice = useMemo(() => readChoice(params), [params]);
  const choose = useCallback(
    (changes: Partial<ListChoice>) =>
      setParams(
        before =>
          writeChoice(before, {
            ...readChoice(before),
            offset: 0,
            ...changes,
          }),
        { replace: true },
      ),
    [setParams],
  );
  return { choice, choose };
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
