import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { orderRouteRef } from '../../routes';

/**
 * Addresses of forms that are filled in: the scaffolder reads `formData` from the address (plugin-scaffolder,
 * `useFormData`). Undefined where the app has no scaffolder.
 * @internal
 */
export function useFormHref():
  | ((template: string, formData: Record<string, unknown>) => string)
  | undefined {
  const toForm = useRouteRef(orderRouteRef);
  if (!toForm) {
    return undefined;
  }
  return (template, formData) => {
    const { namespace, name } = parseEntityRef(template);
    const query = new URLSearchParams({ formData: JSON.stringify(formData) });
    return `${toForm({ namespace, templateName: name })}?${query}`;
  };
}
