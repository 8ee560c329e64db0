import { useCallback, useRef } from 'react';

/**
 * Gives the focus back to the node of the picture whose panel is open, before that takes the focus away with it:
 * who uses the keyboard goes on where they were, and not at the top of the page.
 * @internal
 */
export function usePictureFocus() {
  const picture = useRef<HTMLDivElement>(null);
  const giveBackFocus = useCallback(
    () =>
      picture.current
        ?.querySelector<HTMLElement>('[aria-pressed="true"]')
        ?.focus(),
    [],
  );
  return { picture, giveBackFocus };
}
