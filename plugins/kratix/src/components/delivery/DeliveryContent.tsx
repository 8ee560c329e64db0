import { useMemo } from 'react';
import { Alert, Text } from '@backstage/ui';
import {
  isRequestSubject,
  type DeliveryResponse,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import { DeliveryHeadline } from './DeliveryHeadline';
import { DeliveryPanel } from './DeliveryPanel';
import { DeliveryPicture } from './DeliveryPicture';
import { toLanes } from './lanes';
import { useOpened } from './useOpened';

/**
 * A known delivery: how it stands, the picture, and what is opened of it.
 * @internal
 */
export function DeliveryContent(props: {
  subject: DeliverySubject;
  delivery: DeliveryResponse;
}) {
  const { subject, delivery } = props;
  const { t } = useTexts();
  const lanes = useMemo(() => toLanes(delivery), [delivery]);
  const { opened, open, file, openFile, isAsked } = useOpened(lanes);
  if (lanes.length === 0) {
    return (
      <Headline
        tone="unknown"
        word={t('delivery.emptyTitle')}
        sentence={t(
          isRequestSubject(subject)
            ? 'delivery.emptyText'
            : 'delivery.emptyPromiseText',
        )}
      />
    );
  }
  return (
    <>
      <DeliveryHeadline lanes={lanes} />
      <DeliveryPicture
        subject={subject}
        lanes={lanes}
        delivery={delivery}
        opened={opened}
        onOpen={open}
      />
      {opened && (
        <DeliveryPanel
          key={`${opened.lane.key} ${opened.part} ${opened.placement?.name}`}
          subject={subject}
          delivery={delivery}
          opened={opened}
          file={file}
          onOpenFile={openFile}
          onClose={() => open(undefined)}
          takesFocus={isAsked}
        />
      )}
      {!delivery.isComplete && (
        <Alert
          status="info"
          icon
          title={<Text variant="body-medium">{t('delivery.incomplete')}</Text>}
        />
      )}
    </>
  );
}
