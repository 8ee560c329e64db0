import { useEffect, useId, useRef, type MutableRefObject } from 'react';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import {
  showName,
  type DeliveryResponse,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts, type Translate } from '../../translation';
import { FilesPanel } from './FilesPanel';
import { findStore } from './findStore';
import type { Opened } from './lanes';
import { PlacePanel } from './PlacePanel';
import { StorePanel } from './StorePanel';
import styles from './delivery.module.css';

/**
 * What was opened of the picture.
 * @internal
 */
export function DeliveryPanel(props: {
  subject: DeliverySubject;
  delivery: DeliveryResponse;
  opened: Opened;
  file: string | undefined;
  onOpenFile: (path: string) => void;
  onClose: () => void;
  takesFocus: MutableRefObject<boolean>;
  /** The page has said already how it stands. */
  isAlone: boolean;
}) {
  const { delivery, opened, takesFocus, onClose } = props;
  const { t } = useTexts();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus.current) {
      takesFocus.current = false;
      panel.current?.focus();
    }
  }, [takesFocus]);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby={id}
      className={styles.panel}
    >
      <div className={styles.panelHead}>
        <Text as="h4" id={id} variant="title-x-small" weight="bold">
          {titleOf(opened, delivery, t)}
        </Text>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('delivery.close')}
          onPress={onClose}
        />
      </div>
      <PanelBody {...props} />
    </section>
  );
}

function PanelBody(props: Parameters<typeof DeliveryPanel>[0]) {
  const { subject, delivery, opened, file, onOpenFile, isAlone } = props;
  switch (opened.part) {
    case 'files':
      return (
        <FilesPanel
          subject={subject}
          lane={opened.lane}
          file={file}
          onOpenFile={onOpenFile}
        />
      );
    case 'place':
      return (
        <PlacePanel delivery={delivery} opened={opened} isAlone={isAlone} />
      );
    case 'store':
      return <StorePanel delivery={delivery} opened={opened} />;
    default:
      return opened.part satisfies never;
  }
}

function titleOf(
  { part, lane, placement }: Opened,
  delivery: DeliveryResponse,
  t: Translate,
): string {
  const name = lane.work.pipeline
    ? showName(lane.work.pipeline)
    : t('delivery.staticDependencies');
  switch (part) {
    case 'files':
      return t('delivery.filesTitle', { name });
    case 'place':
      return t('delivery.placeTitle', { name });
    case 'store': {
      const store = placement && findStore(delivery, placement).store;
      return t('delivery.storeTitle', { name: showName(store?.name ?? '') });
    }
    default:
      return part satisfies never;
  }
}
