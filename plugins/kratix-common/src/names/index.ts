export * from './entityNames';
export * from './keys';
export * from './readEntityIdentity';
export * from './signalTopic';
export * from './titleFromName';
