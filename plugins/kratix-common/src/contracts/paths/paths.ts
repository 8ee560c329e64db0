/**
 * Paths below `/api/kratix`, with each part encoded.
 * @public
 */
export const kratixPaths = {
  platforms: () => '/platforms',
  namespaces: (platform: string, promise?: string) =>
    `/namespaces/${encode(platform)}${
      promise === undefined ? '' : `?promise=${encodeURIComponent(promise)}`
    }`,
  promise: (ref: { platform: string; promise: string }) =>
    `/promises/${encode(ref.platform, ref.promise)}`,
  request: (ref: {
    platform: string;
    promise: string;
    namespace: string;
    name: string;
  }) =>
    `/requests/${encode(ref.platform, ref.promise, ref.namespace, ref.name)}`,
  requestParts: (ref: {
    platform: string;
    promise: string;
    namespace: string;
    name: string;
  }): string => `${kratixPaths.request(ref)}/parts`,
  promises: () => '/promises',
  promiseAbout: (ref: { platform: string; promise: string }): string =>
    `${kratixPaths.promise(ref)}/about`,
  attention: () => '/attention',
} as const;

function encode(...parts: string[]): string {
  return parts.map(encodeURIComponent).join('/');
}
