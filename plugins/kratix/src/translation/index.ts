export * from './createPhaseWriter';
export * from './createWordingWriter';
export * from './kratixMenuTranslationRef';
export * from './kratixTranslationRef';
export * from './useDeliveryTexts';
export * from './useSay';
export * from './useTexts';
export * from './usePhases';
