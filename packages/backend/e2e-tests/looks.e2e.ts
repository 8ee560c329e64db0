import { lookAt } from './looks/lookAt';
import { changePages, formPages } from './looks/formPages';
import { openParts } from './looks/openParts';
import { pages, requestPages } from './looks/pages';
import { troublePages } from './looks/troublePages';
import { story } from './story';

story(
  'the pages of a request are fit to be seen, wide and narrow, light and dark',
  async ({ page }) => lookAt(requestPages, page.context().browser()),
);

story('so are those of a service, the lists and the form', async ({ page }) =>
  lookAt(pages, page.context().browser()),
);

story(
  'so are the later pages of a form, and what a click opens',
  async ({ page }) =>
    lookAt(
      [...formPages, ...changePages, ...openParts],
      page.context().browser(),
    ),
);

story(
  'so is a page that has no answer to show, or only an old one',
  async ({ page }) => lookAt(troublePages, page.context().browser()),
);
