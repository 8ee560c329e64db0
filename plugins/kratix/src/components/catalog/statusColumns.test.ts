import type { Entity } from '@backstage/catalog-model';
import { EntityPhaseFilter } from './EntityPhaseFilter';
import { kratixCatalogColumns } from './statusColumns';

const entity = (
  annotations: Record<string, string>,
  spec: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'cache', namespace: 'default', annotations },
  spec,
});
const request = entity({
  'kratix.io/type': 'resource',
  'kratix-portal.io/phase': 'Failed',
});
const other = entity({}, { lifecycle: 'production' });

const fieldsOf = (...entities: Entity[]) =>
  kratixCatalogColumns({ entities, filters: {} } as never).map(
    ({ field }) => field,
  );
const tags = 'entity.metadata.tags';
const status = 'entity.metadata.annotations["kratix-portal.io/phase"]';

describe('kratixCatalogColumns', () => {
  it('puts the status of requests beside their names, without a column that is always empty', () => {
    const fields = fieldsOf(request);

    expect(fields[fields.indexOf('resolved.entityRef') + 1]).toBe(status);
    expect(fields).not.toContain('entity.spec.lifecycle');
  });

  it('shows tags where they tell requests apart', () => {
    const tagged = (...names: string[]) => ({
      ...request,
      metadata: { ...request.metadata, tags: names },
    });

    expect(fieldsOf(tagged('kratix'))).not.toContain(tags);
    expect(fieldsOf(tagged('kratix'), tagged('kratix', 'pci'))).toContain(tags);
  });

  it('keeps every column of a list in which there is more', () => {
    expect(fieldsOf(request, other)).toEqual(
      expect.arrayContaining([status, 'entity.spec.lifecycle']),
    );
  });

  it('leaves lists of other things as they are', () => {
    expect(fieldsOf(other)).not.toContain(status);
  });
});

describe('EntityPhaseFilter', () => {
  const filter = new EntityPhaseFilter(['Failed']);

  it('asks the catalog for what it lets pass itself', () => {
    expect(filter.getCatalogFilters()).toEqual({
      'metadata.annotations.kratix-portal.io/phase': ['Failed'],
    });
    expect(filter.filterEntity(request)).toBe(true);
    expect(filter.filterEntity(other)).toBe(false);
  });
});
