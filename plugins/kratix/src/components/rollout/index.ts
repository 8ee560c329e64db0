export { EntityRolloutContent } from './EntityRolloutContent';
