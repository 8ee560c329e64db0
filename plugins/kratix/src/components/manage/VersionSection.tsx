import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import type { VersionChoice } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../../api';
import { useList, useTexts, type Translate } from '../../translation';
import type { Managing } from './Managing';
import { ManageSection } from './ManageSection';
import { OperationButton } from './OperationButton';
import styles from './manage.module.css';

type VersionOption = VersionChoice['options'][number];

/**
 * Which version of the service is followed: upgrade, pin, roll back, follow the latest. Nothing where this
 * Kratix reports no versions.
 * @internal
 */
export function VersionSection(props: Managing) {
  const { known } = props;
  // What is followed is where the choice starts, whenever it changes.
  return known.versions ? (
    <VersionForm
      key={known.versions.following}
      {...props}
      versions={known.versions}
    />
  ) : null;
}

function VersionForm(props: Managing & { versions: VersionChoice }) {
  const { known, requestRef, versions, write, ask } = props;
  const api = useApi(kratixOperationsApiRef);
  const { t } = useTexts();
  const list = useList();
  const [version, setVersion] = useState(versions.following);
  const option = versions.options.find(one => one.version === version);
  const send = () =>
    api.operate(requestRef, {
      name: 'setVersion',
      body: { uid: known.uid, version, from: versions.following },
    });
  return (
    <ManageSection
      title={t('manage.version.title')}
      about={describe(versions, t)}
    >
      {versions.failed && (
        <Text as="p" variant="body-medium" color="danger">
          {t('manage.version.failed', { version: versions.failed })}
        </Text>
      )}
      <RadioGroup
        label={t('manage.version.label')}
        className={styles.versions}
        value={version}
        onChange={setVersion}
      >
        {versions.options.map(one => (
          <Radio key={one.version} value={one.version}>
            {nameOf(one, t)}
            {inBrackets(list(marksOf(one, versions, t)))}
          </Radio>
        ))}
      </RadioGroup>
      <OperationButton
        name="setVersion"
        known={known}
        write={write}
        label={t(`manage.version.${option?.change ?? 'none'}`, { version })}
        isIncomplete={(option?.change ?? 'none') === 'none'}
        onPress={() => ask('setVersion', send)}
      />
    </ManageSection>
  );
}

function describe({ following, applied }: VersionChoice, t: Translate) {
  return applied
    ? t('manage.version.about', { following, applied })
    : t('manage.version.aboutUnknown', { following });
}

function nameOf(
  { version, isLatest, resolvesTo }: VersionOption,
  t: Translate,
): string {
  if (version !== 'latest' || !isLatest) {
    return version;
  }
  return resolvesTo
    ? t('manage.version.latestNow', { version: resolvesTo })
    : t('manage.version.latest');
}

function marksOf(
  { version, isApplied, isLatest }: VersionOption,
  { following }: VersionChoice,
  t: Translate,
): readonly string[] {
  return [
    ...(version === following ? [t('manage.version.isFollowed')] : []),
    ...(version !== 'latest' && isApplied
      ? [t('manage.version.isApplied')]
      : []),
    ...(version !== 'latest' && isLatest ? [t('manage.version.isLatest')] : []),
  ];
}

function inBrackets(words: string): string {
  return words && ` (${words})`;
}
