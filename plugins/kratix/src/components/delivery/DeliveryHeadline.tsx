import { worstDelivery } from '@kratix-portal/backstage-plugin-kratix-common';
import { useDeliveryTexts, useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import type { Lane } from './lanes';

/**
 * Whether everything arrived, and if not, why and what now: the first line of the page.
 * @internal
 */
export function DeliveryHeadline({ lanes }: { lanes: readonly Lane[] }) {
  const { t } = useTexts();
  const describe = useDeliveryTexts();
  const worst = worstDelivery(lanes.map(({ group }) => group.reason));
  if (!worst) {
    return null;
  }
  if (worst.code !== 'delivered') {
    const { word, tone, sentence, nextStep } = describe(worst);
    return (
      <Headline
        tone={tone}
        word={word}
        sentence={sentence}
        nextStep={nextStep}
      />
    );
  }
  const files = lanes.reduce((sum, { group }) => sum + group.filesTotal, 0);
  const places = new Set(
    lanes.flatMap(({ group }) =>
      group.placements.map(({ destination }) => destination),
    ),
  );
  return (
    <Headline
      tone="good"
      word={t('delivery.doneWord')}
      sentence={t('delivery.done', {
        count: places.size,
        files: t('delivery.files', { count: files }),
      })}
    />
  );
}
