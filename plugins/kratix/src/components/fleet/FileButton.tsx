import { useRef } from 'react';
import { Button } from '@backstage/ui';

/**
 * Takes a file of the person's machine; also the same one again, after it was corrected.
 * @internal
 */
export function FileButton(props: {
  label: string;
  /** Endings, like `.yaml,.json`. */
  accept: string;
  onFile: (file: File) => void;
}) {
  const { label, accept, onFile } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="secondary" onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={label}
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // A browser tells of no change where the same name is chosen again.
          target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
    </>
  );
}
