import { ButtonLink } from '@backstage/ui';
import type {
  FleetResponse,
  ImpactCandidate,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { useFormHref } from '../rollout/useFormHref';
import styles from './promotion.module.css';

/**
 * Leads to the form that brings what another platform has to this one. Nothing where the candidate is no
 * platform's, or the configuration names no way.
 * @internal
 */
export function PromoteLink(props: {
  platform: FleetResponse['platforms'][number];
  promise: string;
  candidate: ImpactCandidate;
}) {
  const { platform, promise, candidate } = props;
  const { t } = useTexts();
  const toHref = useFormHref();
  if (!platform.promotion || candidate.type !== 'platform' || !toHref) {
    return null;
  }
  return (
    <div className={styles.promote}>
      <ButtonLink
        href={toHref(platform.promotion.template, {
          promise,
          from: candidate.platform,
        })}
      >
        {t('promotion.button', { platform: platform.title })}
      </ButtonLink>
    </div>
  );
}
