export * from './LabelField';
export * from './YamlField';
export * from './validateLabel';
export * from './validateYaml';
