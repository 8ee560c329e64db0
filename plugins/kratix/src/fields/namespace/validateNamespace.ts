import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { kratixApiRef } from '../../api/KratixApi';
import type { Translate } from '../../translation';
import { readTexts } from '../../translation/readTexts';
import { isChange } from '../order/readOrder';
import { validateLabel } from '../validateLabel';
import { isWithheld } from './isWithheld';
import type { NamespaceOptions } from './NamespaceOptions';

/**
 * Stops the form at a name that the API server would refuse, and at a namespace in which the person may not
 * order. Where that is not known the form goes on: the order is checked as a whole.
 * @internal
 */
export const validateNamespace: CustomFieldValidator<
  string,
  NamespaceOptions
> = async (value, field, context) => {
  await validateLabel(value, field, context);
  const { platform, promise } = context.uiSchema?.['ui:options'] ?? {};
  const api = context.apiHolder.get(kratixApiRef);
  if (!api || !value || !platform || !promise || isChange(context.formData)) {
    return;
  }
  const answer = await api.fetchNamespaces(platform, { promise });
  if (answer.ok && isWithheld(answer.value, value)) {
    const t = await readTexts(context.apiHolder);
    field.addError(
      [
        t('field.namespaceRefused', { namespace: value }),
        suggestOthers(answer.value.namespaces, t),
      ].join(' '),
    );
  }
};

function suggestOthers(namespaces: readonly string[], t: Translate): string {
  const [some, more] = [namespaces.slice(0, 5), namespaces.length > 5];
  return some.length === 0
    ? t('field.namespaceAsk')
    : t(more ? 'field.namespacesAmong' : 'field.namespacesAllowed', {
        namespaces: some.join(', '),
      });
}
