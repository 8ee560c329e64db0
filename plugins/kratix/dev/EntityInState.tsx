import type { ComponentType } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { useParams } from 'react-router-dom';

/**
 * A card or a tab in the state that the address names: the fake backends answer by the name of the object.
 */
export function EntityInState(props: {
  of: (state: string) => Entity;
  Content: ComponentType;
}) {
  const { state = '' } = useParams();
  const { of, Content } = props;
  return (
    <EntityProvider entity={of(state)}>
      <Content />
    </EntityProvider>
  );
}
