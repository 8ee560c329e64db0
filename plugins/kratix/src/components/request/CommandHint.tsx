import type {
  PhaseAction,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts, type Translate } from '../../translation';
import { CopyButton } from '../copy/CopyButton';
import styles from './request.module.css';
import { toCommand } from './toCommand';

/**
 * The most useful next step as a command to copy, where the page itself cannot take it.
 * @internal
 */
export function CommandHint(props: {
  request: RequestResponse;
  actions: readonly PhaseAction[];
}) {
  const { request, actions } = props;
  const { t } = useTexts();
  const [hint] = actions.flatMap(action => {
    const command = toCommand(action, request);
    const purpose = describePurpose(action, t);
    return command && purpose ? [{ command, purpose }] : [];
  });
  return hint ? (
    <div className={styles.command}>
      <span className={styles.purpose}>{hint.purpose}</span>
      {/* Scrolls, so the keyboard must reach it. */}
      <code className={styles.code} tabIndex={0}>
        {hint.command}
      </code>
      <CopyButton text={hint.command} what={t('command.what')} />
    </div>
  ) : null;
}

function describePurpose(
  action: PhaseAction,
  t: Translate,
): string | undefined {
  switch (action) {
    case 'resume':
    case 'retryNow':
    case 'rerun':
    case 'showLog':
    case 'showDestinations':
      return t(`command.${action}`);
    case 'showDelivery':
    case 'showHealth':
    case 'showPromise':
      return undefined;
    default:
      return action satisfies never;
  }
}
