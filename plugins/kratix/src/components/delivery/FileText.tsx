import { CodeSnippet } from '@backstage/core-components';
import {
  showName,
  type DeliveryFileResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useLanguage } from '../../time';
import { useTexts } from '../../translation';
import { CopyButton } from '../copy/CopyButton';
import { formatBytes } from './formatBytes';
import styles from './delivery.module.css';

/** Colours cost a moment for each line; a page must not stand still for them. */
const MOST_COLOURED = 60_000;

/**
 * The text of a file, coloured by its language, with what a reader must know about it.
 * @internal
 */
export function FileText(props: {
  file: Extract<DeliveryFileResponse, { type: 'text' }>;
}) {
  const { file } = props;
  const { t } = useTexts();
  const language = useLanguage();
  const name = showName(file.path);
  const notes = [
    ...(file.hasMaskedSecrets ? [t('file.masked')] : []),
    ...(file.hasHiddenCharacters ? [t('file.hidden')] : []),
    ...(file.isCut
      ? [t('file.cut', { size: formatBytes(file.bytes, { language }) })]
      : []),
  ];
  return (
    <>
      <figcaption className={styles.caption}>
        <bdi>{name}</bdi>
        <CopyButton text={file.text} what={name} />
      </figcaption>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {/* Scrolls, so the keyboard must reach it. */}
      <div
        className={styles.code}
        tabIndex={0}
        role="region"
        aria-label={t('file.title', { path: name })}
      >
        {file.text.length <= MOST_COLOURED ? (
          <CodeSnippet
            text={file.text}
            language={languageOf(file.path)}
            customStyle={{ margin: 0, background: 'transparent' }}
          />
        ) : (
          <pre>{file.text}</pre>
        )}
      </div>
    </>
  );
}

const languages: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  sh: 'bash',
  md: 'markdown',
  tf: 'hcl',
  xml: 'xml',
  toml: 'ini',
};

function languageOf(path: string): string {
  const ending = path.toLowerCase().split('.').at(-1) ?? '';
  return Object.hasOwn(languages, ending)
    ? languages[ending] ?? 'text'
    : 'text';
}
