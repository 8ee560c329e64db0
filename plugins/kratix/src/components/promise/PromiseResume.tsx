import { useApiHolder } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import {
  kratixLabels,
  type PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../../api';
import { usePromiseOperations } from '../../hooks/usePromiseOperations';
import { useTexts } from '../../translation';
import { Command } from '../command/Command';
import { findOperation } from '../manage/Managing';

/**
 * How a paused service goes on: where this person may resume it in the portal, or the command that does it.
 * @internal
 */
export function PromiseResume({ promiseRef }: { promiseRef: PromiseRef }) {
  const hasApi = useApiHolder().get(kratixOperationsApiRef) !== undefined;
  return hasApi ? (
    <ResumeWhereAllowed promiseRef={promiseRef} />
  ) : (
    <ResumeCommand promiseRef={promiseRef} />
  );
}

function ResumeWhereAllowed({ promiseRef }: { promiseRef: PromiseRef }) {
  const live = usePromiseOperations(promiseRef);
  if (live.state === 'loading') {
    return null;
  }
  return live.state === 'known' &&
    findOperation(live.value, 'unpause')?.availability === 'available' ? (
    <ResumeLink />
  ) : (
    <ResumeCommand promiseRef={promiseRef} />
  );
}

/** A service with many requests is resumed where it says what that does to them. */
function ResumeLink() {
  const { t } = useTexts();
  const { entity } = useEntity();
  const toEntity = useRouteRef(entityRouteRef);
  return (
    <div>
      <ButtonLink
        variant="primary"
        href={`${toEntity(entityRouteParams(entity))}/manage`}
      >
        {t('promise.resume')}
      </ButtonLink>
    </div>
  );
}

function ResumeCommand({ promiseRef }: { promiseRef: PromiseRef }) {
  const { t } = useTexts();
  return (
    <Command
      purpose={t('command.resume')}
      command={`kubectl label promise ${promiseRef.promise} ${kratixLabels.paused}-`}
    />
  );
}
