export * from './promotionReview';
export * from './toPortableManifest';
