import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { aKratixApi, aPlatform, aRequestEntity } from '../../__fixtures__';
import { kratixApiRef, type KratixApi } from '../../api';
import { EntityIdentityBoundary } from './EntityIdentityBoundary';

/** As another integration writes it: without a platform, for there was only one. */
function entityWithoutPlatform(): Entity {
  const entity = aRequestEntity('cache');
  const { 'kratix-portal.io/platform': _, ...annotations } =
    entity.metadata.annotations ?? {};
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

function renderBoundary(entity: Entity, answers: Partial<KratixApi> = {}) {
  renderInTestApp(
    <EntityIdentityBoundary entity={entity}>
      {({ ref }) => <p>on {ref.platform}</p>}
    </EntityIdentityBoundary>,
    { apis: [[kratixApiRef, aKratixApi(answers)]] },
  );
}

function platforms(...names: string[]): Partial<KratixApi> {
  return {
    fetchPlatforms: async () => ({
      ok: true,
      value: {
        platforms: names.map(name => aPlatform(Date.now(), { name })),
      },
    }),
  };
}

describe('EntityIdentityBoundary', () => {
  it('asks nobody where the entity says all', async () => {
    renderBoundary(aRequestEntity('cache'));

    expect(await screen.findByText('on dev')).toBeVisible();
  });

  it('takes the only platform there is for one that is not named', async () => {
    renderBoundary(entityWithoutPlatform(), platforms('lonely'));

    expect(await screen.findByText('on lonely')).toBeVisible();
  });

  it.each([
    { what: 'several', answers: platforms('a', 'b') },
    { what: 'no', answers: platforms() },
  ])('guesses nothing among $what platforms', async ({ answers }) => {
    renderBoundary(entityWithoutPlatform(), answers);

    expect(await screen.findByText('kratix-portal.io/platform')).toBeVisible();
    expect(screen.queryByText(/^on /)).not.toBeInTheDocument();
  });

  it.each([
    ['forbidden', /may not see/],
    ['noAnswer', /does not answer/],
  ] as const)(
    'says why it cannot tell which platform it is: %s',
    async (kind, why) => {
      const problem = { kind, message: 'no' };
      renderBoundary(entityWithoutPlatform(), {
        fetchPlatforms: async () => ({ ok: false, problem }),
      });

      const notice = await screen.findByRole('alert');
      expect(notice).toHaveTextContent(why);
      expect(notice).toHaveTextContent('kratix-portal.io/platform');
      expect(screen.queryByText(/^on /)).not.toBeInTheDocument();
    },
  );
});
