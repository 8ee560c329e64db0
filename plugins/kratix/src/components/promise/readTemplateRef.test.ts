import { aPromiseEntity } from '../../__fixtures__';
import { readTemplateRef } from './readTemplateRef';

function entityNaming(template: string | undefined, namespace?: string) {
  const entity = aPromiseEntity('redis');
  const annotations = { ...entity.metadata.annotations };
  if (template === undefined) {
    delete annotations['kratix.io/backstage-promise-template'];
  } else {
    annotations['kratix.io/backstage-promise-template'] = template;
  }
  return {
    ...entity,
    metadata: { ...entity.metadata, namespace, annotations },
  };
}

describe('readTemplateRef', () => {
  it.each([
    {
      named: 'template:platforms/redis',
      ref: { kind: 'template', namespace: 'platforms', name: 'redis' },
    },
    {
      named: 'redis-promise-template',
      ref: {
        kind: 'template',
        namespace: 'default',
        name: 'redis-promise-template',
      },
    },
    { named: undefined, ref: undefined },
    { named: '', ref: undefined },
    { named: 'template:/', ref: undefined },
  ])('reads $named', ({ named, ref }) => {
    expect(readTemplateRef(entityNaming(named))).toEqual(ref);
  });

  it('looks for a bare name beside the entity', () => {
    expect(readTemplateRef(entityNaming('redis', 'prod'))).toEqual({
      kind: 'template',
      namespace: 'prod',
      name: 'redis',
    });
  });
});
