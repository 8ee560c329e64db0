export * from './isEveryRequestReadable';
export * from './KratixAuthorizer';
export * from './PermissionedRequest';
export * from './registerKratixPermissions';
export * from './rules';
export * from './unlessDenied';
