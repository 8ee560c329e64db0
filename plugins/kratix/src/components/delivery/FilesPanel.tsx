import { Text } from '@backstage/ui';
import {
  showName,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FileViewer } from './FileViewer';
import type { Lane } from './lanes';
import styles from './delivery.module.css';

/**
 * The files of one part, and the one that is being read.
 * @internal
 */
export function FilesPanel(props: {
  subject: DeliverySubject;
  lane: Lane;
  file: string | undefined;
  onOpenFile: (path: string) => void;
}) {
  const { subject, lane, file, onOpenFile } = props;
  const { work, group } = lane;
  const { t } = useTexts();
  // One file needs no choice.
  const chosen =
    file ?? (group.files.length === 1 ? group.files[0] : undefined);
  if (group.filesTotal === 0) {
    return <Text variant="body-medium">{t('delivery.noFiles')}</Text>;
  }
  return (
    <div className={styles.files}>
      <div className={styles.fileList}>
        <ul>
          {group.files.map(path => (
            <li key={path}>
              <button
                type="button"
                className={styles.file}
                aria-current={path === chosen ? 'true' : undefined}
                onClick={() => onOpenFile(path)}
              >
                <bdi>{showName(path)}</bdi>
              </button>
            </li>
          ))}
        </ul>
        {group.filesTotal > group.files.length && (
          <Text variant="body-small" color="secondary">
            {t('delivery.filesMore', { maximum: String(group.files.length) })}
          </Text>
        )}
      </div>
      <div className={styles.viewer}>
        {chosen === undefined ? (
          <Text variant="body-medium" color="secondary">
            {t('delivery.chooseFile')}
          </Text>
        ) : (
          <FileViewer
            subject={subject}
            file={{ work: work.name, group: group.id, path: chosen }}
          />
        )}
      </div>
    </div>
  );
}
