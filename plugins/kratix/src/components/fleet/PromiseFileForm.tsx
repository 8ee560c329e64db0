import { useMemo, useRef, useState } from 'react';
import { Button, Text, TextAreaField } from '@backstage/ui';
import { bodyLimitBytes } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import styles from './fleet.module.css';

/**
 * Takes a Promise that is on no platform yet: pasted, or read from a file of the person's machine.
 * @internal
 */
export function PromiseFileForm(props: { onFile: (text: string) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const change = (next: string) => {
    setText(next);
    if (next.trim() === '') {
      props.onFile(''); // what was said of the text before says nothing any more
    }
  };
  const bytes = useMemo(() => sizeOf(text), [text]);
  const isTooLarge = bytes > mostBytes;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.file}>
      <TextAreaField
        label={t('impact.file')}
        description={t('impact.fileHint')}
        value={text}
        onChange={change}
        isInvalid={isTooLarge}
        spellCheck="false"
      />
      {isTooLarge && (
        <Text as="p" role="alert" variant="body-small" color="danger">
          {t('impact.tooLarge', {
            size: toKilobytes(bytes),
            most: toKilobytes(mostBytes),
          })}
        </Text>
      )}
      <div className={styles.controls}>
        <Button
          isDisabled={text.trim() === '' || isTooLarge}
          onPress={() => props.onFile(text)}
        >
          {t('impact.judge')}
        </Button>
        <Button variant="secondary" onPress={() => input.current?.click()}>
          {t('impact.choose')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          aria-label={t('impact.choose')}
          accept=".yaml,.yml,.json"
          onChange={async event => {
            const [chosen] = event.target.files ?? [];
            if (chosen) {
              change(await chosen.text());
            }
          }}
        />
      </div>
    </div>
  );
}

/** Beside the text the question says what it is about. */
const mostBytes = bodyLimitBytes - 4 * 1024;

/** In JSON, as it is sent. */
function sizeOf(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}

function toKilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024));
}
