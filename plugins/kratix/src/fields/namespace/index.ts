export * from './NamespaceField';
export * from './validateNamespace';
