export * from './entityNames';
export * from './fleetTemplates';
export * from './keys';
export * from './namePlatform';
export * from './readEntityIdentity';
export * from './removalTemplate';
export * from './signalTopic';
export * from './titleFromName';
