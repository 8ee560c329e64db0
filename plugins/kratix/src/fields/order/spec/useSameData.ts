import { useRef } from 'react';
import { isSameData } from './isSameData';

/**
 * The value as it was first given, until it says something else. The scaffolder makes the schemas of a form
 * anew with every letter that is typed.
 * @internal
 */
export function useSameData<T>(value: T): T {
  const known = useRef(value);
  if (!isSameData(known.current, value)) {
    known.current = value;
  }
  return known.current;
}
