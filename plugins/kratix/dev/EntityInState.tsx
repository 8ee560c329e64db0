import type { ComponentType } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { useParams } from 'react-router-dom';
import { anIncompleteEntity } from '../src/__fixtures__';
import { incompleteState } from './answerInState';

/**
 * A card or a tab in the state that the address names: the fake backends answer by the name of the object. In
 * one of them the entity has no annotations.
 */
export function EntityInState(props: {
  of: (state: string) => Entity;
  Content: ComponentType;
}) {
  const { state = '' } = useParams();
  const { of, Content } = props;
  return (
    <EntityProvider
      entity={state === incompleteState ? anIncompleteEntity() : of(state)}
    >
      <Content />
    </EntityProvider>
  );
}
