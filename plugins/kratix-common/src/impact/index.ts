export { worstSeverity, type ImpactSeverity } from './ImpactSeverity';
export type { PromiseChange, PromiseChangeCode } from './PromiseChange';
export { comparePromises } from './comparePromises';
