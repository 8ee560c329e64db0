import type {
  PhaseAction,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts, type Translate } from '../../translation';
import { Command } from '../command/Command';
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
    <Command purpose={hint.purpose} command={hint.command} />
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
