import type { EntityLink } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { cutText } from '../kubernetes/reading/bounds';
import { isObject } from '../kubernetes/reading/readField';
import { readWebUrl } from './readWebUrl';
import { wordingOf, type Wording } from '../wording';

const maxLinks = 20;

/**
 * Links from an annotation: a JSON or YAML list of `{url, title?, icon?}`, or addresses separated by commas
 * or spaces. Only web addresses are taken.
 * @internal
 */
export function readLinks(
  text: string,
  report: (reason: Wording) => void,
): EntityLink[] {
  const entries = readEntries(text);
  if (entries.length > maxLinks) {
    report(wordingOf('annotation.tooManyLinks', { most: maxLinks }));
  }
  return entries.slice(0, maxLinks).flatMap(entry => {
    const url = typeof entry.url === 'string' && readWebUrl(entry.url);
    if (!url) {
      report(wordingOf('annotation.noAddress'));
      return [];
    }
    const title = textOf(entry.title, 100);
    const icon = textOf(entry.icon, 50);
    return [
      {
        url,
        ...(title && { title }),
        ...(icon && /^[\w:.-]+$/.test(icon) && { icon }),
      },
    ];
  });
}

function readEntries(text: string): Record<string, unknown>[] {
  const value = /^\s*[[{-]/.test(text) ? parseList(text) : undefined;
  if (value) {
    return value.map(entry => (isObject(entry) ? entry : { url: entry }));
  }
  return text
    .split(/[\s,]+/)
    .filter(url => url.length > 0)
    .map(url => ({ url }));
}

function parseList(text: string): unknown[] | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    return Array.isArray(value) ? value : [value];
  } catch {
    return undefined; // neither JSON nor YAML
  }
}

function textOf(value: unknown, max: number): string {
  return typeof value === 'string' ? cutText(value.trim(), max) : '';
}
