export * from './NoPlatforms';
export * from './PlatformList';
