import { assertCatalogTakes } from '../__testUtils__/catalogRules';
import { platform } from '../__fixtures__/platform';
import { buildRolloutTemplate } from './buildRolloutTemplate';

describe('buildRolloutTemplate', () => {
  it('is taken by the catalog, and hands every field to the action', async () => {
    const template = buildRolloutTemplate(platform);

    await assertCatalogTakes(template);
    expect(template.spec.steps).toMatchObject([
      {
        action: 'kratix:promise:rollout',
        input: {
          platform: platform.name,
          promise: '${{ parameters.promise }}',
          requests: '${{ parameters.requests }}',
          labels: '${{ parameters.labels }}',
        },
      },
    ]);
  });
});
