export * from './entityNames';
export * from './keys';
export * from './readEntityIdentity';
export * from './removalTemplate';
export * from './signalTopic';
export * from './titleFromName';
