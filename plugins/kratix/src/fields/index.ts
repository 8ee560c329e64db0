export * from './LabelField';
export * from './labels';
export * from './namespace';
export * from './YamlField';
export * from './validateLabel';
export * from './validateYaml';
