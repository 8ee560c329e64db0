export * from './listFields';
