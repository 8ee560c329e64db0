export * from './attentionReason';
