import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { HomePage } from './HomePage';
import { RequestsPage } from './RequestsPage';

/**
 * The pages below `/kratix`.
 * @internal
 */
export function KratixPage() {
  return (
    <Container py="6">
      <Routes>
        <Route path="/" element={<HomePage />} />
        <Route path="/requests" element={<RequestsPage />} />
      </Routes>
    </Container>
  );
}
