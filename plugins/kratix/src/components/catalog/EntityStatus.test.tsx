import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { EntityStatus } from './EntityStatus';

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'cache', annotations },
});

describe('EntityStatus', () => {
  it.each([
    ['Ready', { 'kratix-portal.io/phase': 'Ready' }],
    [
      'Service is gone',
      {
        'kratix-portal.io/phase': 'Ready',
        'kratix-portal.io/promise-state': 'gone',
      },
    ],
    [
      'Paused',
      {
        'kratix-portal.io/availability': 'unavailable',
        'kratix-portal.io/promise-state': 'paused',
      },
    ],
    ['Not available', { 'kratix-portal.io/availability': 'unavailable' }],
  ])('says "%s"', async (word, annotations) => {
    renderInTestApp(<EntityStatus entity={entity(annotations)} />);

    expect(await screen.findByText(word)).toBeInTheDocument();
  });
});
