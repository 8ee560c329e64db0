import { useApi } from '@backstage/frontend-plugin-api';
import { kratixOperationsApiRef } from '../../api';
import { useTexts } from '../../translation';
import { findOperation, type Managing } from './Managing';
import { ManageSection } from './ManageSection';
import { OperationButton, OperationRow } from './OperationButton';

/**
 * Run again, pause and resume.
 * @internal
 */
export function WorkflowSection({ known, requestRef, write, ask }: Managing) {
  const api = useApi(kratixOperationsApiRef);
  const { t } = useTexts();
  const pause =
    findOperation(known, 'unpause')?.availability === 'unavailable'
      ? 'pause'
      : 'unpause';
  const operate = (name: 'rerun' | 'pause' | 'unpause') =>
    ask(name, () =>
      api.operate(requestRef, { name, body: { uid: known.uid } }),
    );
  return (
    <ManageSection title={t('manage.workflow.title')}>
      {(['rerun', pause] as const).map(name => (
        <OperationRow key={name} about={t(`manage.workflow.${name}About`)}>
          <OperationButton
            name={name}
            known={known}
            write={write}
            label={t(`manage.workflow.${name}`)}
            onPress={() => operate(name)}
          />
        </OperationRow>
      ))}
    </ManageSection>
  );
}
