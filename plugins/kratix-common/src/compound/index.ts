export * from './collectParts';
export * from './describeParts';
export * from './findParents';
