export * from './Captures';
export * from './Exchange';
export * from './loadConversations';
export * from './matchAnswer';
export * from './normalise';
