import { Alert, Text } from '@backstage/ui';
import type { RequestOperationsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { PersonLink } from '../person/PersonLink';

/**
 * Who keeps the request as it is, and who did something last.
 * @internal
 */
export function ManageNotices({ known }: { known: RequestOperationsResponse }) {
  return (
    <>
      <ManagerNotice manager={known.manager} />
      <LastOperation last={known.lastOperation} />
    </>
  );
}

function ManagerNotice({
  manager,
}: Pick<RequestOperationsResponse, 'manager'>) {
  const { t } = useTexts();
  if (!manager) {
    return null;
  }
  return (
    <Alert
      icon
      role="note"
      status="info"
      title={
        manager.type === 'git'
          ? t('manage.gitNotice', { agent: manager.name })
          : t('manage.compoundNotice', {
              name: manager.name,
              namespace: manager.namespace,
            })
      }
      description={t('manage.managedNext')}
    />
  );
}

function LastOperation({
  last,
}: {
  last: RequestOperationsResponse['lastOperation'];
}) {
  const { t } = useTexts();
  if (!last) {
    return null;
  }
  return (
    <Text as="p" variant="body-small" color="secondary">
      {t(`manage.last.${last.name}`, {
        person: last.by ? (
          <PersonLink person={last.by} />
        ) : (
          t('manage.last.somebody')
        ),
        time: <RelativeTime time={last.at} />,
      })}
      {last.note && ` ${t('manage.last.noted', { note: last.note })}`}
    </Text>
  );
}
