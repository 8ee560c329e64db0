export * from './EntityReviewsCard';
