export * from './buildRemovalTemplate';
export * from './buildPromotionTemplate';
export * from './buildRolloutTemplate';
export * from './buildTemplate';
export * from './crdSchemaToForm';
export type { PortalHints } from './portalHints';
export * from './buildFormPages';
export * from './reviewForm';
