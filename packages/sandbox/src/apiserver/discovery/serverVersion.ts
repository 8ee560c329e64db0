/** `/version`: the Kubernetes whose behaviour the sandbox plays. @internal */
export const serverVersion = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.0+kratix-sandbox',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2024-12-11T00:00:00Z',
  goVersion: 'none',
  compiler: 'none',
  platform: 'sandbox/js',
};
