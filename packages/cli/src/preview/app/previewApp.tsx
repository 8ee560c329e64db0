/* eslint-disable @backstage/no-undeclared-imports -- bundled into the package (scripts/buildPreview.cjs) */
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import kratixPlugin from '@kratix-portal/backstage-plugin-kratix';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { createRoot } from 'react-dom/client';
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend -- this file is a frontend
import '@backstage/ui/css/styles.css';
import { previewApis } from './previewApis';
import { PreviewPage } from './PreviewPage';

const preview = createFrontendPlugin({
  pluginId: 'preview',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        title: 'Preview of an order form',
        loader: async () => <PreviewPage />,
      },
    }),
  ],
});

const withoutSidebar = createFrontendModule({
  pluginId: 'app',
  extensions: [NavContentBlueprint.make({ params: { component: () => null } })],
});

const data = {
  app: {
    title: 'kratix-portal preview',
    baseUrl: window.location.origin,
    extensions: [{ 'sign-in-page:app': false }],
  },
  backend: { baseUrl: window.location.origin },
};

const app = createApp({
  features: [
    scaffolderPlugin,
    kratixPlugin,
    preview,
    withoutSidebar,
    ...previewApis,
  ],
  advanced: {
    configLoader: async () => {
      const { ConfigReader } = await import('@backstage/config');
      return { config: new ConfigReader(data) };
    },
  },
});
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(app.createRoot());
}
