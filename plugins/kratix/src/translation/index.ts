export * from './kratixTranslationRef';
export * from './useTexts';
