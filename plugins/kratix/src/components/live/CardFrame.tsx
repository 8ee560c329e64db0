import type { ReactNode } from 'react';
import { Card, CardBody } from '@backstage/ui';

/**
 * A card around what is not one yet.
 * @internal
 */
export function CardFrame({ children }: { children: ReactNode }) {
  return (
    <Card>
      <CardBody>{children}</CardBody>
    </Card>
  );
}
