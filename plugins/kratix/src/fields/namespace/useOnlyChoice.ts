import { useCallback, useEffect, useRef } from 'react';

/**
 * Fills a field with the only value it can have, once: who clears it means it. Not while somebody is in the field, where
 * it would come between the letters they type; then when they leave it empty.
 * @internal
 */
export function useOnlyChoice(
  only: string | undefined,
  value: string | undefined,
  onChange: (value: string) => void,
): { readonly onFocusChange: (isFocused: boolean) => void } {
  const latest = useRef({ only, value, onChange });
  latest.current = { only, value, onChange };
  const isFocused = useRef(false);
  const offered = useRef<string>();
  const offer = useCallback(() => {
    const now = latest.current;
    if (!now.only || isFocused.current || offered.current === now.only) {
      return;
    }
    offered.current = now.only;
    if (!now.value) {
      now.onChange(now.only);
    }
  }, []);
  useEffect(offer, [offer, only]);
  const onFocusChange = useCallback(
    (is: boolean) => {
      isFocused.current = is;
      offer();
    },
    [offer],
  );
  return { onFocusChange };
}
