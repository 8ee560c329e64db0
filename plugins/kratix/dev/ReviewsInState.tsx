import { useParams } from 'react-router-dom';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { aPromiseEntity } from '../src/__fixtures__';
import { EntityReviewsCard } from '../src/components/review';

/**
 * What waits for review, in one state.
 */
export function ReviewsInState() {
  const { state = 'several' } = useParams();
  return (
    <EntityProvider entity={aPromiseEntity(state)}>
      <EntityReviewsCard />
    </EntityProvider>
  );
}
