import { Flex } from '@backstage/ui';
import type {
  PromiseOperationName,
  PromiseOperationsResponse,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { kratixOperationsApiRef } from '../../api';
import { useWrite } from '../../hooks';
import { usePromiseOperations } from '../../hooks/usePromiseOperations';
import { useTexts } from '../../translation';
import { CardFrame } from '../live/CardFrame';
import { LiveAnswer } from '../live/LiveAnswer';
import { findOperation } from './Managing';
import { ManageSection } from './ManageSection';
import { OperationButton, OperationRow } from './OperationButton';
import styles from './manage.module.css';

/**
 * What can be done with a Promise as a whole, in whatever state it, its platform and the portal are.
 * @internal
 */
export function PromiseManagePage({ promiseRef }: { promiseRef: PromiseRef }) {
  const live = usePromiseOperations(promiseRef);
  const { promise, platform } = promiseRef;
  return (
    <Flex direction="column" gap="4" className={styles.page}>
      <LiveAnswer
        live={live}
        subject={{ kind: 'promise', name: promise, platform }}
        Frame={CardFrame}
      >
        {known => (
          <PromiseSections
            promiseRef={promiseRef}
            known={known}
            refresh={live.refresh}
          />
        )}
      </LiveAnswer>
    </Flex>
  );
}

function PromiseSections(props: {
  promiseRef: PromiseRef;
  known: PromiseOperationsResponse;
  refresh: () => void;
}) {
  const { promiseRef, known, refresh } = props;
  const api = useApi(kratixOperationsApiRef);
  const { write, ask } = useWrite<PromiseOperationName>(refresh);
  const { t } = useTexts();
  const pause =
    findOperation(known, 'unpause')?.availability === 'unavailable'
      ? 'pause'
      : 'unpause';
  const button = (name: PromiseOperationName) => (
    <OperationRow key={name} about={t(`manage.promise.${name}About`)}>
      <OperationButton
        name={name}
        known={known}
        write={write}
        label={t(`manage.promise.${name}`)}
        onPress={() =>
          ask(name, () =>
            api.operatePromise(promiseRef, { name, body: { uid: known.uid } }),
          )
        }
      />
    </OperationRow>
  );
  return (
    <>
      <ManageSection title={t('manage.promise.title')}>
        {(['rerun', pause] as const).map(button)}
      </ManageSection>
      <ManageSection title={t('manage.promise.requestsTitle')}>
        {button('rerunRequests')}
      </ManageSection>
    </>
  );
}
