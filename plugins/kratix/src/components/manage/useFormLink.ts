import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { RequestOperationsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { orderRouteRef } from '../../routes';

/**
 * Leads to a form of the scaffolder, filled in; undefined where there is none. The scaffolder reads `formData`
 * from the address (plugin-scaffolder, `useFormData`).
 * @internal
 */
export function useFormLink(
  form: RequestOperationsResponse['update'],
): string | undefined {
  const toForm = useRouteRef(orderRouteRef);
  if (!form || !toForm) {
    return undefined;
  }
  const { namespace, name } = parseEntityRef(form.template);
  const query = new URLSearchParams({
    formData: JSON.stringify(form.formData),
  });
  return `${toForm({ namespace, templateName: name })}?${query}`;
}
