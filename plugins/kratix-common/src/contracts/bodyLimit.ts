/**
 * Bytes of JSON that the backend takes at most in one question; a request that etcd takes is smaller.
 * @public
 */
export const bodyLimitBytes = 1024 * 1024;
