import { useMemo, useState } from 'react';
import { Button, Text, TextAreaField } from '@backstage/ui';
import { bodyLimitBytes } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FileButton } from './FileButton';
import styles from './fleet.module.css';

/**
 * Takes a Promise that is on no platform yet: pasted, or read from a file of the person's machine.
 * @internal
 */
export function PromiseFileForm(props: { onFile: (text: string) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<File>();
  const change = (next: string) => {
    setText(next);
    setRefused(undefined);
    props.onFile(''); // what was said of the text before says nothing of this one
  };
  const read = async (file: File) => {
    try {
      // Not even read: a file can be larger than the page can hold.
      change(file.size > mostBytes ? '' : await file.text());
      setRefused(file.size > mostBytes ? file : undefined);
    } catch {
      change('');
      setRefused(file);
    }
  };
  const bytes = useMemo(() => sizeOf(text), [text]);
  const isTooLarge = bytes > mostBytes;
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
      <Refusal file={refused} bytes={refused?.size ?? bytes} />
      <div className={styles.controls}>
        <Button
          isDisabled={text.trim() === '' || isTooLarge}
          onPress={() => props.onFile(text)}
        >
          {t('impact.judge')}
        </Button>
        <FileButton
          label={t('impact.choose')}
          accept=".yaml,.yml,.json"
          onFile={read}
        />
      </div>
    </div>
  );
}

/** Why the text, or a file that was chosen, cannot be checked. */
function Refusal({ file, bytes }: { file: File | undefined; bytes: number }) {
  const { t } = useTexts();
  if (!file && bytes <= mostBytes) {
    return null;
  }
  return (
    <Text as="p" role="alert" variant="body-small" color="danger">
      {bytes > mostBytes
        ? t('impact.tooLarge', {
            size: toKilobytes(bytes),
            most: toKilobytes(mostBytes),
          })
        : t('impact.unreadable', { name: file?.name ?? '' })}
    </Text>
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
