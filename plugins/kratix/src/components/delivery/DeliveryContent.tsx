import { useMemo } from 'react';
import { Alert, Text } from '@backstage/ui';
import {
  isRequestSubject,
  showName,
  type DeliveryResponse,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useList, useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import { DeliveryHeadline } from './DeliveryHeadline';
import { DeliveryPanel } from './DeliveryPanel';
import { DeliveryPicture } from './DeliveryPicture';
import { toLanes } from './lanes';
import { useOpened } from './useOpened';
import { usePictureFocus } from './usePictureFocus';

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
  const list = useList();
  const lanes = useMemo(() => toLanes(delivery), [delivery]);
  const { opened, open, file, openFile, isAsked } = useOpened(lanes);
  const { picture, giveBackFocus } = usePictureFocus();
  if (lanes.length === 0) {
    return <NoFiles subject={subject} delivery={delivery} />;
  }
  const empty = delivery.works.filter(({ groups }) => groups.length === 0);
  return (
    <>
      <DeliveryHeadline lanes={lanes} />
      <DeliveryPicture
        subject={subject}
        lanes={lanes}
        delivery={delivery}
        opened={opened}
        onOpen={open}
        pictureRef={picture}
      />
      {!opened && (
        <Text as="p" variant="body-small" color="secondary">
          {t('delivery.choose')}
        </Text>
      )}
      {opened && (
        <DeliveryPanel
          key={`${opened.lane.key} ${opened.part} ${opened.placement?.name}`}
          subject={subject}
          delivery={delivery}
          opened={opened}
          file={file}
          onOpenFile={openFile}
          onClose={() => {
            giveBackFocus();
            open(undefined);
          }}
          takesFocus={isAsked}
          isAlone={lanes.length === 1}
        />
      )}
      {empty.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('delivery.withoutFiles', {
            names: list(
              empty.map(({ name, pipeline }) => showName(pipeline ?? name)),
            ),
          })}
        </Text>
      )}
      {!delivery.isComplete && <Incomplete />}
    </>
  );
}

function Incomplete() {
  const { t } = useTexts();
  return (
    <Alert
      status="info"
      icon
      title={<Text variant="body-medium">{t('delivery.incomplete')}</Text>}
    />
  );
}

function NoFiles(props: {
  subject: DeliverySubject;
  delivery: DeliveryResponse;
}) {
  const { subject, delivery } = props;
  const { t } = useTexts();
  if (delivery.works.length > 0) {
    return (
      <Headline
        tone="good"
        word={t('delivery.emptyWorksTitle')}
        sentence={t('delivery.emptyWorksText')}
      />
    );
  }
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
