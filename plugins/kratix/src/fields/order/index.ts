export * from './check/CheckField';
export * from './RequestNameField';
export * from './spec/SpecField';
export * from './check/validateCheck';
export * from './validateRequestName';
export * from './spec/validateSpec';
