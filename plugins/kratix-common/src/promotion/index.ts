export * from './planPromotionFile';
export * from './planReleaseManifest';
export * from './promotionReview';
export * from './toPortableManifest';
export type { ReleaseChange } from './changeRelease';
