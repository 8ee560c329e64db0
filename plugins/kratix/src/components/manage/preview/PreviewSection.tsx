import { useState } from 'react';
import { Button, Text, TextAreaField } from '@backstage/ui';
import { parse, stringify } from 'yaml';
import { Elapsed } from '../../../time';
import { useTexts, type Translate } from '../../../translation';
import type { Managing } from '../Managing';
import { ManageSection } from '../ManageSection';
import { OperationButton } from '../OperationButton';
import { PreviewResult } from './PreviewResult';
import { usePreview, type Preview } from './usePreview';
import { WriteProblem } from '../WriteOutcome';
import styles from '../manage.module.css';

/**
 * Shows which files a change would bring, through Kratix's DryRun. Nothing where the service is not known.
 * @internal
 */
export function PreviewSection(props: Managing) {
  const { update } = props.known;
  return update ? <PreviewForm {...props} spec={update.formData.spec} /> : null;
}

function PreviewForm(props: Managing & { spec: unknown }) {
  const { known, requestRef, write, spec } = props;
  const { t } = useTexts();
  // Until it is edited it is what stands now, whoever changed it last.
  const [edited, setEdited] = useState<string>();
  const text = edited ?? stringify(spec);
  const parsed = parseSpec(text, t);
  const { preview, start, stop } = usePreview(requestRef);
  const isRunning = isUnderWay(preview);
  return (
    <ManageSection
      title={t('manage.preview.title')}
      about={t('manage.preview.about')}
    >
      <TextAreaField
        label={t('manage.preview.spec')}
        description={t('manage.preview.specHelp')}
        className={styles.editor}
        rows={8}
        spellCheck="false"
        isInvalid={!parsed.ok}
        isDisabled={isRunning}
        value={text}
        onChange={setEdited}
      />
      {!parsed.ok && (
        <Text as="p" role="alert" variant="body-small" color="danger">
          {parsed.message}
        </Text>
      )}
      <div className={styles.operation}>
        <OperationButton
          name="preview"
          known={known}
          write={chooseWrite(write, isRunning)}
          label={t('manage.preview.button')}
          isIncomplete={!parsed.ok}
          onPress={() =>
            parsed.ok && start({ uid: known.uid, spec: parsed.spec })
          }
        />
        {/* Beside the first button, so that a second click on it stops nothing. */}
        {isRunning && (
          <Button variant="secondary" onPress={stop}>
            {t('manage.preview.stop')}
          </Button>
        )}
      </div>
      <PreviewProgress preview={preview} />
    </ManageSection>
  );
}

function chooseWrite(write: Managing['write'], isRunning: boolean) {
  if (isRunning) {
    return { state: 'asking', name: 'preview' } as const;
  }
  return write.state === 'asking' ? write : ({ state: 'idle' } as const);
}

function PreviewProgress({ preview }: { preview: Preview }) {
  const { t } = useTexts();
  const isRunning = isUnderWay(preview);
  return (
    <>
      <div role="status" aria-live="polite" className={styles.silent}>
        {isRunning && (
          <Text as="p" variant="body-medium">
            {t('manage.preview.running', {
              elapsed: (
                <Elapsed since={new Date(preview.sinceMs).toISOString()} />
              ),
            })}{' '}
            {t('manage.preview.runningHelp')}
          </Text>
        )}
        {preview.state === 'running' && preview.isIgnored && (
          <Text as="p" variant="body-medium" weight="bold">
            {t('manage.preview.ignored')}
          </Text>
        )}
      </div>
      {preview.state === 'tooLong' && (
        <Text as="p" role="alert" variant="body-medium" color="danger">
          {t('manage.preview.tooLong')}
        </Text>
      )}
      {preview.state === 'failed' && <WriteProblem problem={preview.problem} />}
      {preview.state === 'done' && <PreviewResult report={preview.report} />}
    </>
  );
}

function isUnderWay(
  preview: Preview,
): preview is Extract<Preview, { state: 'starting' | 'running' }> {
  return preview.state === 'starting' || preview.state === 'running';
}

function parseSpec(
  text: string,
  t: Translate,
):
  | { readonly ok: true; readonly spec: Record<string, unknown> }
  | { readonly ok: false; readonly message: string } {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 }) ?? {};
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ok: true, spec: { ...value } }
      : { ok: false, message: t('manage.preview.specNoMap') };
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}
