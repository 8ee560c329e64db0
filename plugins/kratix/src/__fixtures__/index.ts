export * from './aKratixApi';
export * from './deliveries';
export * from './entities';
export * from './platforms';
export * from './promises';
export * from './requests';
export * from './requestStates';
export * from './times';
