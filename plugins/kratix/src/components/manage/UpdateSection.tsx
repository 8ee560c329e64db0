import { ButtonLink, Text } from '@backstage/ui';
import { useTexts } from '../../translation';
import { findOperation, type Managing } from './Managing';
import { ManageSection } from './ManageSection';
import { useFormLink } from './useFormLink';
import { useReason } from './useReason';
import styles from './manage.module.css';

/**
 * Leads to the form that the request was ordered with, filled in as it is now.
 * @internal
 */
export function UpdateSection({ known }: Managing) {
  const { t } = useTexts();
  const href = useFormLink(known.update);
  const refusal = useReason(findOperation(known, 'update'));
  const reason = refusal ?? (href === undefined && t('manage.update.noForm'));
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
