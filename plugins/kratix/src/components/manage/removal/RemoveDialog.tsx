import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type {
  Deletion,
  OperationName,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Write } from '../../../hooks';
import { useTexts } from '../../../translation';
import { DeletionFacts } from './DeletionFacts';
import { WriteOutcome } from '../WriteOutcome';
import styles from '../manage.module.css';

/**
 * Says what removal destroys, and asks for the name.
 * @internal
 */
export function RemoveDialog(props: {
  name: string;
  deletion: Deletion;
  write: Write<OperationName>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
}) {
  const { isOpen, onOpenChange } = props;
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      {isOpen && <RemoveQuestion {...props} />}
    </Dialog>
  );
}

/** Mounted anew with each opening, so that a name typed before does not stand there. */
function RemoveQuestion(props: Parameters<typeof RemoveDialog>[0]) {
  const { name, deletion, write, onOpenChange, onConfirm } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === name;
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (isConfirmed) {
          onConfirm();
        }
      }}
    >
      <DialogHeader>{t('manage.removal.dialog', { name })}</DialogHeader>
      <DialogBody>
        <div className={styles.section}>
          <DeletionFacts deletion={deletion} />
          <TextField
            // A dialog takes the focus, and its only field is what it asks for (WAI-ARIA, dialog pattern).
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            autoComplete="off"
            label={t('manage.removal.typeName', { name })}
            value={typed}
            onChange={setTyped}
          />
          <WriteOutcome name="delete" write={write} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          type="submit"
          variant="primary"
          destructive
          isDisabled={!isConfirmed}
          isPending={write.state === 'asking'}
        >
          {t('manage.removal.confirm')}
        </Button>
        <Button variant="secondary" onPress={() => onOpenChange(false)}>
          {t('manage.removal.cancel')}
        </Button>
      </DialogFooter>
    </form>
  );
}
