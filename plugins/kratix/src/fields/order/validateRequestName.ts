import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { kratixApiRef } from '../../api/KratixApi';
import { readTexts } from '../../translation/readTexts';
import { validateLabel } from '../validateLabel';
import type { OrderOptions } from './OrderOptions';
import { readOrder } from './readOrder';

/**
 * Stops the form at a name that the API server would refuse, and at one that is taken.
 * @internal
 */
export const validateRequestName: CustomFieldValidator<
  string,
  OrderOptions
> = async (value, field, context) => {
  await validateLabel(value, field, context);
  const { platform, promise } = context.uiSchema?.['ui:options'] ?? {};
  const order = readOrder(context.formData);
  const api = context.apiHolder.get(kratixApiRef);
  if (!api || !platform || !promise || order?.mode !== 'create') {
    return;
  }
  const { namespace, name } = order;
  const answer = await api.fetchRequest({ platform, promise, namespace, name });
  if (answer.ok) {
    const t = await readTexts(context.apiHolder);
    field.addError(t('field.nameTaken', { namespace }));
  }
};
