import type { Locator, Page, Route } from 'playwright-core';

/** A page as somebody looks at it. */
export interface Look {
  /** Of its screenshots. */
  readonly name: string;
  readonly path: string;
  /** What somebody does there first; nothing that another look would see. */
  readonly steps?: (page: Page) => Promise<void>;
  /** What is there as soon as there is something to look at. */
  readonly sign: (page: Page) => Locator;
  /** What the portal's server answers instead, by a pattern of the address. */
  readonly instead?: {
    readonly url: RegExp;
    readonly answer: (route: Route) => Promise<void>;
  };
}
