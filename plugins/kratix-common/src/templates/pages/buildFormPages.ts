import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../../model';
import { titleFromName } from '../../names/titleFromName';
import { crdSchemaToForm, type CrdFormOptions } from '../form/crdSchemaToForm';
import { specPages } from './specPages';

/**
 * The pages of an order form that ask for `spec`, as a Template has them after its page about the request
 * itself.
 * @public
 */
export function buildFormPages(
  api: PromiseApi,
  options?: CrdFormOptions & { readonly title?: string },
): JsonObject[] {
  const { schema } = crdSchemaToForm(api.schema, options);
  const title = options?.title ?? titleFromName(api.kind);
  return schema ? specPages(api, schema, title).map(page => page.schema) : [];
}
