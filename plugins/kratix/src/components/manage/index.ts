export * from './EntityManageContent';
