import type { ComponentType } from 'react';
import { BufferedWidget } from './BufferedWidget';
import { countFields } from '../sections/countFields';

/** With more fields a letter may take longer than a person notices, the more so as the form has other pages. */
const LONG_PAGE = 12;

/**
 * The widgets of a form with those for text buffered. All other choices are made once and not letter by letter.
 * @internal
 */
export function bufferWidgets<W>(widgets: W): W {
  const buffered = Object.entries(widgets as object)
    .filter(([name]) => /^(Text|Textarea|Email|URL|UpDown)Widget$/.test(name))
    .map(([name, widget]) => [name, buffer(widget)]);
  return { ...widgets, ...Object.fromEntries(buffered) };
}

/**
 * Whether a page has so many fields that the form feels slow.
 * @internal
 */
export function isLongPage(schema: unknown): boolean {
  return countFields(schema) > LONG_PAGE;
}

function buffer(widget: unknown): ComponentType<never> {
  const Widget = widget as Parameters<typeof BufferedWidget>[0]['widget'];
  return function Buffered(props: Parameters<typeof BufferedWidget>[0]) {
    return <BufferedWidget {...props} widget={Widget} />;
  } as ComponentType<never>;
}
