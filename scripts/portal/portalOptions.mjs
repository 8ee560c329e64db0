/** What `npm start` and `npm run dev` both take. */
export const platformOptions = {
  'sandbox-port': {
    type: 'string',
    value: 'n',
    isPort: true,
    help: 'port of the sandbox (16443, or another where that is taken)',
  },
  kubeconfig: {
    type: 'string',
    value: 'file',
    help: 'where the sandbox writes its kubeconfig (.sandbox/kubeconfig)',
  },
  state: {
    type: 'string',
    value: 'file',
    help: 'keeps what the sandbox holds across restarts',
  },
  empty: {
    type: 'boolean',
    default: false,
    help: 'a sandbox without examples',
  },
  config: {
    type: 'string',
    value: 'file',
    multiple: true,
    default: [],
    help: 'configuration read after app-config.yaml; may be given again',
  },
};
