import { useApi, useApiHolder } from '@backstage/frontend-plugin-api';
import type {
  OperationName,
  PhaseAction,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../../api';
import { useOperations, useWrite } from '../../hooks';
import { useTexts } from '../../translation';
import { findOperation } from '../manage/Managing';
import { OperationButton } from '../manage/OperationButton';
import { CommandHint } from './CommandHint';

type HintOperation = 'resume' | 'retryNow' | 'rerun' | 'unpause';

/**
 * The most useful next step: a button where the portal may do it for this person, a command where not.
 * @internal
 */
export function OperationHint(props: {
  request: RequestResponse;
  actions: readonly PhaseAction[];
}) {
  const { request, actions } = props;
  const hasApi = useApiHolder().get(kratixOperationsApiRef) !== undefined;
  const names = actions.flatMap(action => toOperation(action, request) ?? []);
  return hasApi && names.length > 0 ? (
    <OperationButtons {...props} names={names} />
  ) : (
    <CommandHint request={request} actions={actions} />
  );
}

function OperationButtons(props: {
  request: RequestResponse;
  actions: readonly PhaseAction[];
  names: readonly HintOperation[];
}) {
  const { request, actions, names } = props;
  const api = useApi(kratixOperationsApiRef);
  const live = useOperations(request.ref);
  const { write, ask } = useWrite<OperationName>(live.refresh);
  const { t } = useTexts();
  if (live.state === 'loading') {
    return null;
  }
  const known = live.state === 'known' ? live.value : undefined;
  const name = names.find(
    one => known && findOperation(known, one)?.availability === 'available',
  );
  if (!known || !name) {
    return <CommandHint request={request} actions={actions} />;
  }
  const { uid, wait } = known;
  const send = () =>
    name === 'resume' || name === 'retryNow'
      ? api.operate(request.ref, {
          name,
          body: { uid, pipeline: wait?.pipeline, since: wait?.since },
        })
      : api.operate(request.ref, { name, body: { uid } });
  return (
    <OperationButton
      name={name}
      known={known}
      write={write}
      variant="primary"
      label={
        name === 'resume' || name === 'retryNow'
          ? t(`manage.wait.${name}`)
          : t(`manage.workflow.${name}`)
      }
      onPress={() => ask(name, send)}
    />
  );
}

/** Undefined for what a page shows and does not do. */
function toOperation(
  action: PhaseAction,
  { report }: RequestResponse,
): HintOperation | undefined {
  switch (action) {
    case 'resume':
      // Removal waits for the same as everything else while it is paused.
      return report.phase === 'Paused' || report.phase === 'Deleting'
        ? 'unpause'
        : 'resume';
    case 'retryNow':
    case 'rerun':
      return action;
    case 'showLog':
    case 'showDestinations':
    case 'showDelivery':
    case 'showHealth':
    case 'showPromise':
      return undefined;
    default:
      return action satisfies never;
  }
}
