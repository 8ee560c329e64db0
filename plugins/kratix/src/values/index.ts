export * from './Fact';
export * from './toFacts';
