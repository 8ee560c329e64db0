export * from './createPhaseWriter';
export * from './kratixMenuTranslationRef';
export * from './kratixTranslationRef';
export * from './useTexts';
export * from './usePhases';
