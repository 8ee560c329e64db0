import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import type { RequestOperationsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { orderRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { findOperation, type Managing } from './Managing';
import { ManageSection } from './ManageSection';
import styles from './manage.module.css';

/**
 * Leads to the form that the request was ordered with, filled in as it is now.
 * @internal
 */
export function UpdateSection({ known }: Managing) {
  const { t } = useTexts();
  const href = useFormLink(known.update);
  const operation = findOperation(known, 'update');
  const reason =
    operation?.availability === 'available'
      ? href === undefined && t('manage.update.noForm')
      : operation?.reason;
  return (
    <ManageSection
      title={t('manage.update.title')}
      about={t('manage.update.about')}
    >
      <div className={styles.operation}>
        {!reason && href !== undefined ? (
          <ButtonLink variant="secondary" href={href}>
            {t('manage.update.button')}
          </ButtonLink>
        ) : (
          <Text as="span" variant="body-small" color="secondary">
            {reason}
          </Text>
        )}
      </div>
    </ManageSection>
  );
}

/** The scaffolder reads `formData` from the address (plugin-scaffolder, `useFormData`). */
function useFormLink(
  update: RequestOperationsResponse['update'],
): string | undefined {
  const toForm = useRouteRef(orderRouteRef);
  if (!update || !toForm) {
    return undefined;
  }
  const { namespace, name } = parseEntityRef(update.template);
  const query = new URLSearchParams({
    formData: JSON.stringify(update.formData),
  });
  return `${toForm({ namespace, templateName: name })}?${query}`;
}
