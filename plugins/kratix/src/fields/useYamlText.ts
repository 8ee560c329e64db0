import { useEffect, useRef, useState } from 'react';
import type { JsonValue } from '@backstage/types';
import { parseYaml } from './parseYaml';
import { printYaml } from './printYaml';

/**
 * Keeps the text of an editor and the value of a form in step. While somebody types, the text is theirs:
 * the form hands each value back as a copy, with defaults added, and printing that would take the words
 * out of their hands.
 * @internal
 */
export function useYamlText(
  formData: JsonValue | undefined,
  onChange: (value: JsonValue | undefined) => void,
) {
  const [text, setText] = useState(() => printYaml(formData));
  const lastSent = useRef(formData);
  const isEditing = useRef(false);

  useEffect(() => {
    if (!isEditing.current && !isSame(formData, lastSent.current)) {
      lastSent.current = formData;
      setText(printYaml(formData));
    }
  }, [formData]);

  return {
    text,
    focus: () => {
      isEditing.current = true;
    },
    blur: () => {
      isEditing.current = false;
    },
    change: (next: string) => {
      const parsed = parseYaml(next);
      lastSent.current = parsed.ok ? parsed.value : next;
      setText(next);
      onChange(lastSent.current);
    },
  };
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
