export * from './CheckField';
export * from './RequestNameField';
export * from './SpecField';
export * from './validateCheck';
export * from './validateRequestName';
export * from './validateSpec';
