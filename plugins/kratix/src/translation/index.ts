export * from './kratixMenuTranslationRef';
export * from './kratixTranslationRef';
export * from './useTexts';
