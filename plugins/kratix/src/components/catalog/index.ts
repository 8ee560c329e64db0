export * from './EntityPhaseFilter';
export * from './EntityPhasePicker';
export * from './statusColumns';
