import { Alert, Skeleton, Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { DiffLines } from '../../../components/manage/preview/DiffLines';
import { useTexts } from '../../../translation';
import { CheckAnswer } from './CheckAnswer';
import { diffLines } from './diffLines';
import { findLeftOut } from './findLeftOut';
import type { CheckVerdict } from './judgeCheck';
import type { OrderOptions } from '../OrderOptions';
import { readOrder } from '../readOrder';
import { useOrderCheck } from './useOrderCheck';
import styles from '../order.module.css';

/**
 * The last page of an order: what the platform says to it, and what will be sent; of a change, what it makes
 * of what stands.
 * @internal
 */
export function CheckField(
  props: FieldExtensionComponentProps<boolean, OrderOptions>,
) {
  const { t } = useTexts();
  const options = props.uiSchema['ui:options'] ?? {};
  const platform = options.platformTitle ?? options.platform ?? '';
  const check = useOrderCheck(options, props.formContext?.formData);
  const { verdict, askAgain } = check;
  if (!check.isComplete) {
    return <Alert status="warning" icon title={t('order.incomplete')} />;
  }
  return (
    <div className={styles.check}>
      <div aria-live="polite">
        {verdict ? (
          <>
            <CheckAnswer
              verdict={verdict}
              platform={platform}
              onAskAgain={askAgain}
            />
            {verdict.stored && (
              <LeftOut
                fields={findLeftOut(
                  readOrder(props.formContext?.formData)?.spec,
                  verdict.stored,
                )}
                platform={platform}
              />
            )}
          </>
        ) : (
          <div className={styles.asking}>
            <Text as="span" color="secondary">
              {t('order.asking', { platform })}
            </Text>
            <Skeleton width="100%" height={160} />
          </div>
        )}
      </div>
      {verdict?.manifest !== undefined && (
        <WhatIsSent manifest={verdict.manifest} before={verdict.before} />
      )}
    </div>
  );
}

/** More would push what is sent out of sight. */
const mostFields = 10;

/** What was filled in, or came with a copy, and is not kept. */
function LeftOut({
  fields,
  platform,
}: {
  fields: readonly string[];
  platform: string;
}) {
  const { t } = useTexts();
  const more = fields.length - mostFields;
  return fields.length > 0 ? (
    <Alert
      status="warning"
      icon
      title={t('order.leftOut', { platform })}
      description={
        <ul className={styles.problems}>
          {fields.slice(0, mostFields).map(field => (
            <li key={field}>
              <code>{field}</code>
            </li>
          ))}
          {more > 0 && <li>{t('order.leftOutMore', { count: more })}</li>}
        </ul>
      }
    />
  ) : null;
}

function WhatIsSent({
  manifest,
  before,
}: Required<Pick<CheckVerdict, 'manifest'>> & Pick<CheckVerdict, 'before'>) {
  const { t } = useTexts();
  const title = t(before === undefined ? 'order.sent' : 'order.changes');
  const changes = before === undefined ? [] : diffLines(before, manifest);
  return (
    <section className={styles.sent}>
      <Text as="h3" variant="title-x-small">
        {title}
      </Text>
      {before !== undefined && changes.length === 0 ? (
        <Text as="p" color="secondary">
          {t('order.noChanges')}
        </Text>
      ) : (
        <DiffLines
          path={title}
          diff={before === undefined ? manifest.trimEnd() : changes.join('\n')}
        />
      )}
    </section>
  );
}
