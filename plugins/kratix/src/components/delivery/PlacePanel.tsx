import { Text } from '@backstage/ui';
import {
  showName,
  type DeliveryResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useDeliveryTexts, useTexts } from '../../translation';
import { Command } from '../command/Command';
import { ConditionTable } from '../details/ConditionTable';
import { Details } from '../details/Details';
import { Headline } from '../headline/Headline';
import { DeliveryFacts } from './DeliveryFacts';
import type { Opened } from './lanes';
import { SelectorTable } from './SelectorTable';
import { toLabelCommand } from './toLabelCommand';
import styles from './delivery.module.css';

/**
 * Why a part is where it is, or nowhere: in a sentence, and as labels against labels.
 * @internal
 */
export function PlacePanel(props: {
  delivery: DeliveryResponse;
  opened: Opened;
  /** The page has said already how it stands. */
  isAlone: boolean;
}) {
  const { delivery, opened, isAlone } = props;
  const { placement, lane } = opened;
  const { group, work } = lane;
  const { t } = useTexts();
  const describe = useDeliveryTexts();
  const reason = placement?.reason ?? group.reason;
  const text = describe(reason);
  const command = toLabelCommand(reason, group.matches);
  const conditions = placement?.conditions ?? work.conditions;
  return (
    <div className={styles.panelBody}>
      {!(isAlone && text.tone === 'bad') && (
        <Headline
          tone={text.tone}
          word={text.word}
          sentence={text.sentence}
          nextStep={text.nextStep}
        />
      )}
      {command && (
        <Command
          purpose={t('delivery.labelCommand', { name: command.destination })}
          command={command.command}
        />
      )}
      <SelectorTable
        group={group}
        destinations={delivery.destinations}
        chosen={placement?.destination}
      />
      {placement && reason.code !== 'selectorMismatch' && (
        <WhyHere opened={opened} />
      )}
      <PlaceFacts placement={placement} />
      {conditions.length > 0 && (
        <Details>
          <ConditionTable conditions={conditions} />
        </Details>
      )}
    </div>
  );
}

function PlaceFacts({ placement }: Pick<Opened, 'placement'>) {
  return (
    <DeliveryFacts
      facts={[
        ['path', placement?.storePath],
        ['commit', placement?.commit],
      ]}
    />
  );
}

function WhyHere({ opened }: { opened: Opened }) {
  const { t } = useTexts();
  const { group, work } = opened.lane;
  const why = () => {
    if (group.selectors.length === 0) {
      return t('delivery.whyAny');
    }
    return work.type === 'resource'
      ? t('delivery.whyOne', {
          name: showName(opened.placement?.destination ?? ''),
        })
      : t('delivery.whyAll');
  };
  return (
    <Text as="p" variant="body-medium" color="secondary" className={styles.why}>
      {why()}
    </Text>
  );
}
