export { worstSeverity, type ImpactSeverity } from './ImpactSeverity';
export type { PromiseChange, PromiseChangeCode } from './PromiseChange';
export { describeVersions } from './describeVersions';
export { foldTexts } from './foldTexts';
export { comparePromises } from './comparePromises';
export { judgeRequestImpact } from './judgeRequestImpact';
export type {
  FieldDifference,
  FieldReason,
  ObjectJudge,
  RequestImpact,
  RequestVerdict,
} from './RequestImpact';
export {
  buildImpactReport,
  countVerdicts,
  type ImpactReport,
  type JudgedRequest,
  type PromisePair,
} from './ImpactReport';
export {
  describeCounts,
  describeVerdict,
  toImpactMarkdown,
} from './toImpactMarkdown';
export { findStoredVersions } from './findStoredVersions';
export { createRequestJudge } from './createRequestJudge';
export { toJudgedObject } from './toJudgedObject';
