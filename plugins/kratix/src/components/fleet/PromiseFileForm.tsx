import { useRef, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { useTexts } from '../../translation';
import styles from './fleet.module.css';

/**
 * Takes a Promise that is on no platform yet: pasted, or read from a file of the person's machine.
 * @internal
 */
export function PromiseFileForm(props: { onFile: (text: string) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.file}>
      <TextAreaField
        label={t('impact.file')}
        description={t('impact.fileHint')}
        value={text}
        onChange={setText}
        spellCheck="false"
      />
      <div className={styles.controls}>
        <Button
          isDisabled={text.trim() === ''}
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
              setText(await chosen.text());
            }
          }}
        />
      </div>
    </div>
  );
}
