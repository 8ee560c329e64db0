export * from './api';
export * from './entityCards';
export * from './formFields';
export * from './page';
