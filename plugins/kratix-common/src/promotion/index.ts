export * from './planPromotionFile';
export * from './promotionReview';
export * from './toPortableManifest';
export type { ReleaseChange } from './updateReleaseFile';
