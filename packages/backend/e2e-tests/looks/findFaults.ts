import axe, { type AxeResults } from 'axe-core';
import { errors, type Page } from 'playwright-core';

const PATIENCE_MS = 3_000;

/**
 * Violations in markup that Backstage writes, and nothing of ours goes into. A rule is only excused where the
 * part is.
 */
const ofBackstage: readonly { rule: string; part: string; because: string }[] =
  [
    {
      rule: 'aria-progressbar-name',
      part: '.MuiCircularProgress-root',
      because: 'what turns while a list loads has no name',
    },
    {
      rule: 'nested-interactive',
      part: 'th .MuiTableSortLabel-root',
      because: 'the headers of the catalog are buttons with a button in them',
    },
    {
      rule: 'aria-valid-attr-value',
      part: '.bui-Tab',
      because: 'tabs of a page name a panel that is not there',
    },
    {
      rule: 'link-name',
      part: '[id^="viewDetail-template"] a',
      because: 'the details of a template are an icon without a name',
    },
    {
      rule: 'nested-interactive',
      part: '[id^="viewDetail-template"]',
      because: 'and a button with a link in it',
    },
    {
      rule: 'listitem',
      part: 'li.MuiListItem-alignItemsFlexStart',
      because: 'what a search finds are the items of no list',
    },
    {
      rule: 'color-contrast',
      part: 'li.MuiListItem-alignItemsFlexStart *',
      because: 'and their descriptions have a contrast of 4.47',
    },
    {
      rule: 'nested-interactive',
      part: '.swagger-ui *',
      because:
        'operations of an OpenAPI document are buttons with buttons in them',
    },
    {
      rule: 'color-contrast',
      part: '.swagger-ui *',
      because: 'colours of the view of an OpenAPI document',
    },
    {
      rule: 'color-contrast',
      part: '.MuiStepLabel-label',
      because: 'steps that are still to come in a form of the scaffolder',
    },
    {
      rule: 'color-contrast',
      part: '.MuiFormLabel-root.Mui-error, .MuiFormHelperText-root.Mui-error',
      because: 'the red of what is wrong in a form, in both of its themes',
    },
  ];

/**
 * What axe finds that keeps somebody from using the page, in one line each.
 *
 * @param look - `contrast`, which takes longest, or all but that, or both
 */
export async function findViolations(
  page: Page,
  look: 'contrast' | 'structure' | 'all',
): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([what, excused]) => {
      const { violations } = (await (
        window as unknown as { axe: typeof axe }
      ).axe.run(document, {
        resultTypes: ['violations'],
        ...(what === 'contrast' && {
          runOnly: { type: 'rule', values: ['color-contrast'] },
        }),
        ...(what === 'structure' && {
          rules: { 'color-contrast': { enabled: false } },
        }),
        elementRef: true,
      })) as AxeResults;
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, impact, nodes }) =>
          nodes
            .filter(
              ({ element }) =>
                !excused.some(
                  ({ rule, part }) => rule === id && element?.matches(part),
                ),
            )
            .map(({ html, any, all, none }) => {
              const [why] = [...any, ...all, ...none];
              return `${impact} ${id}: ${html.slice(0, 200)} (${why?.message})`;
            }),
        );
    },
    // A part may be gone a moment later: it is looked at where it was found.
    [look, ofBackstage.map(({ rule, part }) => ({ rule, part }))] as const,
  );
}

/** A page scrolls down, never to the side: what is wider scrolls by itself. */
export async function findOverflow(page: Page): Promise<string[]> {
  const isWithin = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth;
  };
  // It may take a moment until everything has the new width.
  await page
    .waitForFunction(isWithin, null, { timeout: PATIENCE_MS })
    .catch(error => {
      if (!(error instanceof errors.TimeoutError)) {
        throw error;
      }
    });
  return (await page.evaluate(isWithin)) ? [] : ['it scrolls to the side'];
}
