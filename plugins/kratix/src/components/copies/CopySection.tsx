import { ButtonLink, Text } from '@backstage/ui';
import type {
  CopyTarget,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useCopies } from '../../hooks';
import { useList, useSay, useTexts } from '../../translation';
import { describeJudgement } from '../fleet/describeJudgement';
import { ManageSection } from '../manage/ManageSection';
import { useFormHref } from '../rollout/useFormHref';
import styles from './copies.module.css';

/**
 * Where the same could be ordered, and what does not fit there. Nothing where there is one platform.
 * @internal
 */
export function CopySection({ requestRef }: { requestRef: RequestRef }) {
  const { t } = useTexts();
  const list = useList();
  const live = useCopies(requestRef);
  // The page itself says why nothing is known.
  if (live.state !== 'known') {
    return null;
  }
  const { targets, unknown } = live.value;
  if (targets.length === 0 && unknown.length === 0) {
    return null;
  }
  return (
    <ManageSection title={t('copies.title')} about={t('copies.about')}>
      {targets.map(target => (
        <CopyPlace key={target.platform} target={target} />
      ))}
      {unknown.length > 0 && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('copies.unknown', { platforms: list(unknown) })}
        </Text>
      )}
    </ManageSection>
  );
}

/** More is told by the form. */
const MOST_FIELDS = 10;

function CopyPlace({ target }: { target: CopyTarget }) {
  const { t } = useTexts();
  const say = useSay();
  const toHref = useFormHref();
  const { platformTitle, version, form, verdict } = target;
  const fields = describeJudgement(target, t, say);
  return (
    <div className={styles.place}>
      <div className={styles.head}>
        {toHref && (
          <ButtonLink
            variant="secondary"
            href={toHref(form.template, form.formData)}
          >
            {t('copies.button', { platform: platformTitle })}
          </ButtonLink>
        )}
        {version && (
          <Text variant="body-small" color="secondary">
            {t('copies.version', { version })}
          </Text>
        )}
      </div>
      <Text as="p" variant="body-medium">
        {verdict === 'valid' && t('copies.valid')}
        {verdict === 'changed' && t('copies.changed')}
        {(verdict === 'refused' || verdict === 'refusedBefore') &&
          t('copies.refused')}
      </Text>
      {fields.length > 0 && (
        <ul className={styles.fields}>
          {fields.slice(0, MOST_FIELDS).map(field => (
            <li key={field}>{field}</li>
          ))}
          {fields.length > MOST_FIELDS && (
            <li>{t('copies.more', { count: fields.length - MOST_FIELDS })}</li>
          )}
        </ul>
      )}
    </div>
  );
}
