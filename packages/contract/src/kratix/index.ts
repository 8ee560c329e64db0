export * from './findDifferences';
export * from './playScenarios';
export * from './recordings';
export * from './scenarios';
