import { Alert, Text } from '@backstage/ui';
import type {
  PreviewFile,
  PreviewReport,
  PreviewSection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../../translation';
import { DiffLines } from './DiffLines';
import styles from '../manage.module.css';

/**
 * What a change would bring: each file with its difference.
 * @internal
 */
export function PreviewResult(props: {
  report: Exclude<PreviewReport, { state: 'running' }>;
}) {
  const { report } = props;
  const { t } = useTexts();
  if (report.state === 'failed') {
    return (
      <Alert
        icon
        role="alert"
        status="danger"
        title={t('manage.preview.failed')}
        description={report.message}
      />
    );
  }
  const files = report.sections.flatMap(section => section.files);
  return (
    <section aria-label={t('manage.preview.result')} className={styles.section}>
      {!report.isComplete && (
        <Alert
          icon
          role="note"
          status="warning"
          title={t('manage.preview.incomplete')}
          description={report.message}
        />
      )}
      <Text as="p" role="status" variant="body-medium" weight="bold">
        {files.length === 0
          ? t('manage.preview.nothing')
          : t('manage.preview.summary', {
              added: String(count(files, 'added')),
              changed: String(count(files, 'changed')),
              removed: String(count(files, 'removed')),
            })}
      </Text>
      {report.sections.map((section, index) => (
        <PreviewPart key={index} section={section} />
      ))}
    </section>
  );
}

function PreviewPart({ section }: { section: PreviewSection }) {
  const { t } = useTexts();
  const { component, pipeline, files, notes } = section;
  if (files.length === 0 && notes.length === 0) {
    return null;
  }
  return (
    <div className={styles.part}>
      <Text as="h4" variant="body-small" weight="bold" color="secondary">
        {[
          component && t('manage.preview.component', component),
          pipeline && t('manage.preview.pipeline', { name: pipeline }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {notes.map(note => (
        <Text as="p" key={note} variant="body-small">
          {note}
        </Text>
      ))}
      {files.map(file => (
        <details key={file.path} open={files.length <= 5}>
          <summary className={styles.file}>
            <code>{file.path}</code>{' '}
            <span className={styles[file.change]}>
              {t(`manage.preview.${file.change}`)}
            </span>
          </summary>
          <DiffLines path={file.path} diff={file.diff} />
          {file.isCut && (
            <Text as="p" variant="body-small" color="secondary">
              {t('manage.preview.cut')}
            </Text>
          )}
        </details>
      ))}
    </div>
  );
}

function count(
  files: readonly PreviewFile[],
  change: PreviewFile['change'],
): number {
  return files.filter(file => file.change === change).length;
}
