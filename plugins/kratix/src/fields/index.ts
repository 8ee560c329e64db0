export * from './LabelField';
export * from './NamespaceField';
export * from './YamlField';
export * from './validateLabel';
export * from './validateYaml';
