import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FactList, type FactRow } from '../facts/FactList';
import { PlatformName } from '../platform/PlatformName';
import { Section } from '../section/Section';
import styles from './promise.module.css';

/**
 * Where the service comes from and what its API is.
 * @internal
 */
export function PromiseAbout({ promise }: { promise: PromiseResponse }) {
  const { t } = useTexts();
  const { api, releaseName } = promise;
  const rows: (FactRow | false)[] = [
    {
      key: 'platform',
      label: t('promise.platform'),
      value: (
        <PlatformName
          title={promise.platformTitle}
          isSandbox={promise.isSandbox}
        />
      ),
    },
    {
      key: 'version',
      label: t('promise.version'),
      value: promise.version ?? t('promise.unversioned'),
    },
    api !== undefined && {
      key: 'api',
      label: t('promise.api'),
      value: (
        <span title={`${api.plural}.${api.group}`}>
          {api.kind}
          <span className={styles.group}>
            {api.group}/{api.version}
          </span>
        </span>
      ),
    },
    releaseName !== undefined && {
      key: 'release',
      label: t('promise.release'),
      value: t('promise.releaseManaged', { name: releaseName }),
    },
  ];
  return (
    <Section title={t('request.about')}>
      <FactList rows={rows.filter(row => row !== false)} />
    </Section>
  );
}
