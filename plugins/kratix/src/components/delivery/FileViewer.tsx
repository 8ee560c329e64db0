import { Alert, Button, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import {
  showName,
  type DeliveryFileQuery,
  type DeliveryFileResponse,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useDeliveryFile } from '../../hooks/useDeliveryFile';
import { useLanguage } from '../../time';
import { useSay, useTexts } from '../../translation';
import { FileText } from './FileText';
import { formatBytes } from './formatBytes';
import styles from './delivery.module.css';

/**
 * One delivered file, whatever it is.
 * @internal
 */
export function FileViewer(props: {
  subject: DeliverySubject;
  file: DeliveryFileQuery;
}) {
  const { subject, file } = props;
  const { t } = useTexts();
  const say = useSay();
  const live = useDeliveryFile(subject, file);
  switch (live.state) {
    case 'loading':
      return (
        <div aria-busy="true">
          <VisuallyHidden role="status">{t('file.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={160} />
        </div>
      );
    case 'failed':
      return (
        <Alert
          role="alert"
          className={styles.alert}
          icon
          status="warning"
          title={t(
            live.problem.kind === 'notFound' ? 'file.gone' : 'file.failed',
          )}
          description={say(live.problem.wording, live.problem.message)}
          customActions={
            <Button size="small" variant="secondary" onPress={live.refresh}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      );
    case 'known':
      return (
        <figure
          className={styles.figure}
          aria-label={t('file.title', { path: showName(file.path) })}
        >
          <FileContent file={live.value} />
        </figure>
      );
    default:
      return live satisfies never;
  }
}

function FileContent({ file }: { file: DeliveryFileResponse }) {
  const { t } = useTexts();
  const language = useLanguage();
  switch (file.type) {
    case 'text':
      return <FileText file={file} />;
    case 'binary': {
      const size = formatBytes(file.bytes, { language, isCut: file.isCut });
      return (
        <Text as="p" variant="body-medium">
          {t('file.binary', { size })}
        </Text>
      );
    }
    case 'withheld':
      return (
        <Alert
          role="status"
          icon
          status="info"
          title={t(`file.${file.reason}`)}
        />
      );
    default:
      return file satisfies never;
  }
}
