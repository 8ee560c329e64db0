import { ConfigReader } from '@backstage/config';
import { readDeliveryConfig } from './readDeliveryConfig';

describe('readDeliveryConfig', () => {
  it('reads the repository of pull requests', () => {
    const repository = {
      host: 'git.example.org',
      owner: 'acme',
      repo: 'orders',
      path: 'dev',
      branch: 'trunk',
    };

    expect(
      readDeliveryConfig(
        new ConfigReader({ delivery: { mode: 'pull-request', repository } }),
        'kratix.platforms[0]',
      ),
    ).toEqual({ mode: 'pull-request', repository });
  });
});
