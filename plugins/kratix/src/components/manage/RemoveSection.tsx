import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useSearchParams } from 'react-router-dom';
import { kratixOperationsApiRef } from '../../api';
import { useTexts } from '../../translation';
import { findOperation, type Managing } from './Managing';
import { ManageSection } from './ManageSection';
import { OperationButton } from './OperationButton';
import { RemoveDialog } from './RemoveDialog';

/**
 * Removal, which asks for the name first.
 * @internal
 */
export function RemoveSection({ known, requestRef, write, ask }: Managing) {
  const api = useApi(kratixOperationsApiRef);
  const { t } = useTexts();
  // The entity's menu leads here.
  const [query] = useSearchParams();
  const isAvailable =
    findOperation(known, 'delete')?.availability === 'available';
  const [isOpen, setIsOpen] = useState(
    query.get('ask') === 'remove' && isAvailable,
  );
  const remove = async () => {
    const isAsked = await ask('delete', () =>
      api.deleteRequest(requestRef, { uid: known.uid }),
    );
    if (isAsked) {
      setIsOpen(false);
    }
  };
  return (
    <ManageSection
      title={t('manage.removal.title')}
      about={t('manage.removal.about')}
    >
      <OperationButton
        name="delete"
        known={known}
        write={isOpen ? { state: 'idle' } : write}
        label={t('manage.removal.button')}
        onPress={() => setIsOpen(true)}
      />
      <RemoveDialog
        name={requestRef.name}
        deletion={known.deletion}
        write={write}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        onConfirm={remove}
      />
    </ManageSection>
  );
}
