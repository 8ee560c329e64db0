import type { DeliveryRepository } from './requestFilePath';

/**
 * A repository the way scaffolder actions name one, like `github.com?owner=acme&repo=orders`
 * (scaffolder-node `parseRepoUrl`).
 * @public
 */
export function toRepoUrl(repository: DeliveryRepository): string {
  const { host, owner, repo } = repository;
  const query = new URLSearchParams();
  switch (repository.forge) {
    case 'bitbucketCloud': {
      query.set('workspace', owner);
      // Backstage asks for one; only a new repository needs it.
      query.set('project', owner);
      break;
    }
    case 'bitbucketServer': {
      query.set('project', owner);
      break;
    }
    case 'azure': {
      const { organization, project } = splitAzureOwner(owner);
      query.set('organization', organization);
      query.set('project', project);
      break;
    }
    default:
      query.set('owner', owner);
  }
  query.set('repo', repo);
  return `${host}?${query}`;
}

/**
 * The page of a file on the target branch, as Backstage's URL readers understand it.
 *
 * @param baseUrl - Of the forge, where it is not `https://<host>`.
 * @public
 */
export function toFileUrl(
  repository: DeliveryRepository,
  path: string,
  baseUrl = `https://${repository.host}`,
): string {
  const { owner, repo, branch } = repository;
  const file = path.split('/').map(encodeURIComponent).join('/');
  const at = encodeURIComponent(branch);
  const base = baseUrl.replace(/\/+$/, '');
  switch (repository.forge) {
    case 'github':
      return `${base}/${owner}/${repo}/blob/${at}/${file}`;
    case 'gitlab':
      return `${base}/${owner}/${repo}/-/blob/${at}/${file}`;
    case 'gitea':
      return `${base}/${owner}/${repo}/src/branch/${at}/${file}`;
    case 'bitbucketCloud':
      return `${base}/${owner}/${repo}/src/${at}/${file}`;
    case 'bitbucketServer':
      return `${base}/projects/${owner}/repos/${repo}/browse/${file}?at=${at}`;
    case 'azure': {
      const { organization, project } = splitAzureOwner(owner);
      return `${base}/${organization}/${project}/_git/${repo}?path=${encodeURIComponent(
        `/${path}`,
      )}&version=GB${at}`;
    }
    default: {
      const unknown: never = repository.forge;
      throw new Error(`No such forge: ${String(unknown)}`);
    }
  }
}

/**
 * Azure DevOps has two owners of a repository: `organization/project`.
 * @public
 */
export function splitAzureOwner(owner: string): {
  organization: string;
  project: string;
} {
  const [organization = '', project = ''] = owner.split('/');
  return { organization, project };
}
