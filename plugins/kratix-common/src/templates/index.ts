export * from './buildRemovalTemplate';
export * from './buildPromotionTemplate';
export * from './buildRolloutTemplate';
export * from './buildTemplate';
export * from './form/crdSchemaToForm';
export { alternativeKey } from './form/chooseBranches';
export type { PortalHints } from './form/portalHints';
export * from './pages/buildFormPages';
export * from './form/reviewForm';
