import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { kratixOperationsApiRef } from '../../../api/OperationsApi';
import { readTexts } from '../../../translation/readTexts';
import type { OrderOptions } from '../OrderOptions';
import { readOrder } from '../readOrder';
import { judgeCheck } from './judgeCheck';

/**
 * Holds back what the platform would refuse. What could not be asked may go on: the person was told.
 * @internal
 */
export const validateCheck: CustomFieldValidator<
  boolean,
  OrderOptions
> = async (_value, field, { apiHolder, formData, uiSchema }) => {
  const { platform, promise, isReviewed } = uiSchema?.['ui:options'] ?? {};
  const order = readOrder(formData);
  const api = apiHolder.get(kratixOperationsApiRef);
  if (!api || !order || !platform || !promise) {
    return;
  }
  const verdict = judgeCheck(
    await api.validate({ platform, promise }, order),
    isReviewed,
  );
  if (verdict.holdsBack) {
    const t = await readTexts(apiHolder);
    field.addError(t('field.checkHoldsBack'));
  }
};
