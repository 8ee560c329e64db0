export type { Live } from './Live';
export * from './useDelivery';
export * from './useDestinations';
export * from './useEvents';
export * from './useLive';
export * from './useNamespaces';
export * from './usePlatforms';
export * from './usePromise';
export * from './useRequest';
