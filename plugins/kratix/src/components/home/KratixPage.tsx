import { lazy, Suspense } from 'react';
import { ErrorPage } from '@backstage/core-components';
import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { useTexts } from '../../translation';
import { Readable } from '../readable/Readable';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { HomePage } from './HomePage';
import { RequestsPage } from './RequestsPage';

// Most people never compare platforms; they need not load it.
const FleetPage = lazy(() =>
  import('../fleet').then(m => ({ default: m.FleetPage })),
);
const ImpactPage = lazy(() =>
  import('../fleet').then(m => ({ default: m.ImpactPage })),
);

/**
 * The pages below `/kratix`.
 * @internal
 */
export function KratixPage() {
  const { t } = useTexts();
  return (
    <Container pt="2" pb="6">
      <Readable>
        <Suspense fallback={<CardSkeleton />}>
          <Routes>
            <Route path="/" element={<HomePage />} />
            <Route path="/fleet" element={<FleetPage />} />
            <Route path="/fleet/:promise" element={<ImpactPage />} />
            <Route path="/requests" element={<RequestsPage />} />
            <Route
              path="*"
              element={
                <ErrorPage status="404" statusMessage={t('home.notFound')} />
              }
            />
          </Routes>
        </Suspense>
      </Readable>
    </Container>
  );
}
