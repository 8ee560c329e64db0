import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import { Badge } from '@backstage/ui';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { FactList, type FactRow } from '../facts/FactList';
import { PersonLink } from '../person/PersonLink';
import { PlatformName } from '../platform/PlatformName';
import { Section } from '../section/Section';
import { findPromise } from './findPromise';
import { RequestHealth } from './RequestHealth';

/**
 * Where it lives, who asked, which version it follows, how it feels.
 * @internal
 */
export function RequestAbout({ request }: { request: RequestResponse }) {
  const { t } = useTexts();
  const { report, requestedBy, createdAt } = request;
  const rows: (FactRow | false)[] = [
    {
      key: 'service',
      label: t('request.service'),
      value: <Service kind={request.kind} />,
    },
    {
      key: 'platform',
      label: t('request.platform'),
      value: (
        <PlatformName
          title={request.platformTitle}
          isSandbox={request.isSandbox}
        />
      ),
    },
    {
      key: 'namespace',
      label: t('request.namespace'),
      value: request.ref.namespace,
    },
    hasVersion(request) && {
      key: 'version',
      label: t('request.version'),
      value: <Version request={request} />,
    },
    report.flags.health !== 'noData' && {
      key: 'health',
      label: t('request.health'),
      value: <RequestHealth request={request} />,
    },
    Boolean(requestedBy) && {
      key: 'askedBy',
      label: t('request.askedBy'),
      value: <PersonLink person={requestedBy ?? ''} />,
    },
    Boolean(createdAt) && {
      key: 'askedAt',
      label: t('request.askedAt'),
      value: <RelativeTime time={createdAt ?? ''} />,
    },
  ];
  return (
    <Section title={t('request.about')}>
      <FactList rows={rows.filter(row => row !== false)} />
    </Section>
  );
}

/** By the name that the catalog shows, as everywhere. */
function Service({ kind }: { kind: string }) {
  const { entity } = useEntity();
  const promise = findPromise(entity);
  return promise ? <EntityRefLink entityRef={promise} hideIcon /> : <>{kind}</>;
}

function hasVersion({ promiseVersion, report }: RequestResponse): boolean {
  return Boolean(promiseVersion) || report.flags.availableVersion !== undefined;
}

function Version({ request }: { request: RequestResponse }) {
  const { t } = useTexts();
  const { promiseVersion, report } = request;
  const { availableVersion, failedUpgradeVersion } = report.flags;
  return (
    <>
      {promiseVersion}
      {availableVersion && (
        <Badge size="small">
          {t('request.updateAvailable', { version: availableVersion })}
        </Badge>
      )}
      {failedUpgradeVersion && (
        <span>
          {t('request.upgradeFailed', { version: failedUpgradeVersion })}
        </span>
      )}
    </>
  );
}
