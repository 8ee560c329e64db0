import { useId } from 'react';
import { Button, Text } from '@backstage/ui';
import type {
  Operation,
  OperationName,
  PromiseOperationName,
  Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Write } from '../../hooks';
import { findOperation } from './Managing';
import { useReason } from './useReason';
import { WriteOutcome } from './WriteOutcome';
import styles from './manage.module.css';

/**
 * Does one thing. Where it cannot be done it stays, and says why: what vanishes cannot be asked for.
 * @internal
 */
export function OperationButton<
  Name extends OperationName | PromiseOperationName,
>(props: {
  name: Name;
  known: {
    readonly operations: readonly {
      readonly name: Name;
      readonly availability: Operation['availability'];
      readonly reason?: string;
      readonly wording?: Wording;
    }[];
  };
  write: Write<Name>;
  label: string;
  variant?: 'primary' | 'secondary';
  /** For reasons of the page, such as a choice that is not made yet. */
  isIncomplete?: boolean;
  onPress: () => void;
}) {
  const { name, known, write, label, onPress } = props;
  const operation = findOperation(known, name);
  const reasonId = useId();
  const reason = useReason(operation);
  const isBusy = write.state === 'asking';
  return (
    <div className={styles.operation}>
      <Button
        variant={props.variant ?? 'secondary'}
        isDisabled={
          operation?.availability !== 'available' ||
          props.isIncomplete ||
          (isBusy && write.name !== name)
        }
        isPending={isBusy && write.name === name}
        aria-describedby={reason ? reasonId : undefined}
        onPress={onPress}
      >
        {label}
      </Button>
      {reason && (
        <Text
          as="span"
          id={reasonId}
          variant="body-small"
          color="secondary"
          className={styles.reason}
        >
          {reason}
        </Text>
      )}
      <WriteOutcome name={name} write={write} />
    </div>
  );
}

/**
 * A button with a sentence beside it.
 * @internal
 */
export function OperationRow(props: {
  about: string;
  children: React.ReactNode;
}) {
  return (
    <div className={styles.row}>
      {props.children}
      <Text as="p" variant="body-small" color="secondary">
        {props.about}
      </Text>
    </div>
  );
}
