export * from './Duration';
export * from './Elapsed';
export * from './RelativeTime';
export * from './formatUnit';
export * from './useLanguage';
export * from './useNow';
