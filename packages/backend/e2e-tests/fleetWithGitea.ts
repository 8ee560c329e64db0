import { fleetPlatform } from './startOtherPortal';

/** A fleet for another portal: what is promoted to prod goes by pull request to this Gitea. */
export function fleetWithGitea(
  { host }: { readonly host: string },
  others: readonly object[] = [],
) {
  const folder = { owner: 'acme', repo: 'orders', path: 'promises' };
  return {
    integrations: {
      gitea: [{ host, baseUrl: `http://${host}`, password: 'secret' }],
    },
    // A Gitea of one's own; those of the world have names.
    backend: { reading: { allow: [{ host }] } },
    kratix: {
      platforms: [
        fleetPlatform('dev', { title: 'Development' }),
        ...others,
        fleetPlatform('prod', {
          title: 'Production',
          promotion: { mode: 'pull-request', repository: { host, ...folder } },
        }),
      ],
    },
  };
}
