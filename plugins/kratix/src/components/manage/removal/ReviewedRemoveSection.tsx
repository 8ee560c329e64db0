import { ButtonLink, Text } from '@backstage/ui';
import { useTexts } from '../../../translation';
import { DeletionFacts } from './DeletionFacts';
import { findOperation, type Managing } from '../Managing';
import { ManageSection } from '../ManageSection';
import { useFormLink } from '../useFormLink';
import { useReason } from '../useReason';
import styles from '../manage.module.css';

/**
 * Removal where it is reviewed: leads to the form that asks for it, and says what would go.
 * @internal
 */
export function ReviewedRemoveSection({ known }: Managing) {
  const { t } = useTexts();
  const href = useFormLink(known.removal);
  const refusal = useReason(findOperation(known, 'delete'));
  const reason = refusal ?? (href === undefined && t('manage.removal.noForm'));
  return (
    <ManageSection
      title={t('manage.removal.title')}
      about={t('manage.removal.aboutReview')}
    >
      {!reason && href !== undefined ? (
        <>
          <DeletionFacts deletion={known.deletion} />
          <div className={styles.operation}>
            <ButtonLink variant="secondary" href={href}>
              {t('manage.removal.review')}
            </ButtonLink>
          </div>
        </>
      ) : (
        <Text as="span" variant="body-small" color="secondary">
          {reason}
        </Text>
      )}
    </ManageSection>
  );
}
