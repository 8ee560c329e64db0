import { Text } from '@backstage/ui';
import type { Deletion } from '@kratix-portal/backstage-plugin-kratix-common';
import { useList, useTexts } from '../../../translation';
import styles from '../manage.module.css';

/**
 * What removal destroys, one sentence each.
 * @internal
 */
export function DeletionFacts({ deletion }: { deletion: Deletion }) {
  const { t } = useTexts();
  const list = useList();
  const { workflow, delivered, children, childCount, blockedBy } = deletion;
  return (
    <>
      <ul className={styles.facts}>
        {blockedBy && (
          <li>
            {blockedBy === 'requestPaused'
              ? t('manage.removal.blockedRequest')
              : t('manage.removal.blockedPromise')}
          </li>
        )}
        <li>
          {workflow
            ? t('manage.removal.workflow', {
                pipeline: workflow.pipeline,
                steps: list(workflow.steps),
              })
            : t('manage.removal.noWorkflow')}
        </li>
        <Delivered delivered={delivered} />
        {childCount > 0 && (
          <li>
            {t('manage.removal.children', { count: childCount })}
            <ul>
              {children.map(({ promise, namespace, name }) => (
                <li key={`${promise}/${namespace}/${name}`}>
                  {promise} {namespace}/{name}
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
      <Text as="p" variant="body-medium" weight="bold">
        {t('manage.removal.cannotUndo')}
      </Text>
    </>
  );
}

function Delivered({ delivered }: Pick<Deletion, 'delivered'>) {
  const { t } = useTexts();
  if (!delivered) {
    return <li>{t('manage.removal.notKnown')}</li>;
  }
  const { destinations, isComplete } = delivered;
  return (
    <>
      {destinations.length === 0 && isComplete && (
        <li>{t('manage.removal.nothingDelivered')}</li>
      )}
      {destinations.map(({ name, fileCount, files }) => (
        <li key={name}>
          {t('manage.removal.files', { count: fileCount, destination: name })}
          <ul>
            {files.map(file => (
              <li key={file}>
                <code>{file}</code>
              </li>
            ))}
          </ul>
        </li>
      ))}
      {!isComplete && <li>{t('manage.removal.more')}</li>}
    </>
  );
}
