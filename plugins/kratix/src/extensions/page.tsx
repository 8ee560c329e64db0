import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/** `page:kratix` @internal */
export const kratixPage = PageBlueprint.make({
  params: {
    path: '/kratix',
    title: 'Kratix',
    icon: <RiStackLine />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { KratixPage } = await import('../components/home');
      // The frame of a page has no landmark of its own (frontend-plugin-api 0.18).
      return (
        <main>
          <KratixPage />
        </main>
      );
    },
  },
});
