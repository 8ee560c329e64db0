import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import type { WorkflowWait } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../../api';
import { RelativeTime } from '../../time';
import { useTexts, type Translate } from '../../translation';
import type { Managing } from './Managing';
import { ManageSection } from './ManageSection';
import { OperationButton } from './OperationButton';
import styles from './manage.module.css';

/**
 * What the workflow waits for, in its own words, and the way on. Nothing while it does not wait.
 * @internal
 */
export function WaitSection({ known, requestRef, write, ask }: Managing) {
  const api = useApi(kratixOperationsApiRef);
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const { wait, uid } = known;
  if (!wait) {
    return null;
  }
  const name = wait.nextRetryAt ? 'retryNow' : 'resume';
  const send = () =>
    api.operate(requestRef, {
      name,
      body: {
        uid,
        pipeline: wait.pipeline,
        since: wait.since,
        note: note.trim() || undefined,
      },
    });
  return (
    <ManageSection
      title={titleOf(wait, t)}
      about={
        wait.pipeline && t('manage.wait.step', { pipeline: wait.pipeline })
      }
    >
      <Text as="p" variant="body-medium" className={styles.said}>
        {wait.message || t('manage.wait.noMessage')}
      </Text>
      {wait.nextRetryAt && (
        <Text as="p" variant="body-medium">
          {t('manage.wait.next', {
            time: <RelativeTime time={wait.nextRetryAt} />,
          })}
        </Text>
      )}
      <TextField
        label={t('manage.note')}
        description={t('manage.noteHelp')}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      <OperationButton
        name={name}
        known={known}
        write={write}
        variant="primary"
        label={t(`manage.wait.${name}`)}
        onPress={() => ask(name, send)}
      />
    </ManageSection>
  );
}

function titleOf(wait: WorkflowWait, t: Translate): string {
  if (wait.isRemoval) {
    return t('manage.wait.titleRemoval');
  }
  return wait.nextRetryAt
    ? t('manage.wait.titleRetry')
    : t('manage.wait.title');
}
