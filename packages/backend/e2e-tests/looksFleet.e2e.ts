// Told against: npm start -- --fleet
import { lookAt } from './looks/lookAt';
import { fleetPages } from './looks/fleetPages';
import { story } from './story';

story(
  'the pages of a fleet are fit to be seen, wide and narrow, light and dark',
  async ({ page }) => {
    await lookAt(fleetPages, page.context().browser());
  },
);
