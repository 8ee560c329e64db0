export * from './judgeMove';
export * from './LabelSelector';
export * from './listSubjects';
export * from './planRollout';
export * from './resolveVersion';
export * from './RolloutSubject';
export * from './whyExcluded';
