export * from './api';
export * from './deliveryContents';
export * from './entityCards';
export * from './entityLayout';
export * from './formFields';
export * from './page';
