import type {
  PhaseAction,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../useTexts';
import { CopyButton } from '../copy/CopyButton';
import { toCommand } from './toCommand';
import styles from './request.module.css';

/**
 * The next step as a command to copy, where the page itself cannot take it.
 * @internal
 */
export function CommandHint(props: {
  request: RequestResponse;
  actions: readonly PhaseAction[];
}) {
  const { t } = useTexts();
  const hints = props.actions.flatMap(action => {
    const command = toCommand(action, props.request);
    return command && isNamed(action) ? [{ action, command }] : [];
  });
  if (hints.length === 0) {
    return null;
  }
  return (
    <ul className={styles.commands}>
      {hints.map(({ action, command }) => (
        <li key={action} className={styles.command}>
          <span className={styles.purpose}>{t(`command.${action}`)}</span>
          <code className={styles.code} tabIndex={0}>
            {command}
          </code>
          <CopyButton text={command} what={t('command.what')} />
        </li>
      ))}
    </ul>
  );
}

type NamedAction = Exclude<
  PhaseAction,
  'showPromise' | 'showHealth' | 'showDelivery'
>;

function isNamed(action: PhaseAction): action is NamedAction {
  return (
    action !== 'showPromise' &&
    action !== 'showHealth' &&
    action !== 'showDelivery'
  );
}
