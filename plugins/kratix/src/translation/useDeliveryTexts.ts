import {
  describeDelivery,
  type DeliveryReason,
  type DeliveryText,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay } from './useSay';

/**
 * How a part of a delivery stands, in the language of the person.
 * @internal
 */
export interface WrittenDelivery {
  readonly word: string;
  readonly tone: DeliveryText['tone'];
  readonly sentence: string;
  readonly nextStep?: string;
}

/**
 * Words for deliveries.
 * @internal
 */
export function useDeliveryTexts(): (
  reason: DeliveryReason,
) => WrittenDelivery {
  const say = useSay();
  return reason => {
    const { word, tone, sentence, nextStep } = describeDelivery(reason);
    return {
      word: say(word),
      tone,
      sentence: say(sentence),
      ...(nextStep && { nextStep: say(nextStep) }),
    };
  };
}
