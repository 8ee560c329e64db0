export * from './Elapsed';
export * from './RelativeTime';
export * from './formatDuration';
export * from './useLanguage';
export * from './useNow';
