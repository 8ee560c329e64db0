import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useSearchParams } from 'react-router-dom';
import { kratixOperationsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { findOperation, type Managing } from '../Managing';
import { ManageSection } from '../ManageSection';
import { OperationButton } from '../OperationButton';
import { RemoveDialog } from './RemoveDialog';

/**
 * Removal, which asks for the name first.
 * @internal
 */
export function RemoveSection(managing: Managing) {
  const { known, requestRef, write, ask, settle } = managing;
  const api = useApi(kratixOperationsApiRef);
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const open = useCallback(() => {
    // Why an earlier attempt failed says nothing of the next.
    settle('delete');
    setIsOpen(true);
  }, [settle]);
  useAsked(findOperation(known, 'delete')?.availability === 'available', open);
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
        onPress={open}
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

/**
 * The entity's menu leads here, also from this very page, and more than once: what it asks for is taken out of the
 * address as soon as it is seen. Where it cannot be removed, the button says why.
 */
function useAsked(isAvailable: boolean, open: () => void) {
  const [query, setQuery] = useSearchParams();
  const isAsked = query.get('ask') === 'remove';
  useEffect(() => {
    if (!isAsked) {
      return;
    }
    setQuery(
      before => {
        const after = new URLSearchParams(before);
        after.delete('ask');
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
    if (isAvailable) {
      open();
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when it is asked for
  }, [isAsked]);
}
