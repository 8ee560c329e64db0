export type * from './KratixConfig';
export { readKratixConfig } from './readKratixConfig';
