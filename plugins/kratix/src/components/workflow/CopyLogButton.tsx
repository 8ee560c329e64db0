import { useEffect, useState } from 'react';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine, RiForbidLine } from '@remixicon/react';
import type { ShownLine } from '../../log/LogBuffer';
import { useTexts } from '../../translation';

const feedbackMs = 2_000;

/**
 * Copies the lines that are there when it is pressed, which need not be a text before.
 * @internal
 */
export function CopyLogButton({ lines }: { lines: readonly ShownLine[] }) {
  const { t } = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  useEffect(() => {
    const timer = setTimeout(() => setOutcome(undefined), feedbackMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      const text = lines.map(line => line.text).join('\n');
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Browsers forbid it on pages without TLS, and by policy.
      setOutcome('copyFailed');
    }
  };
  const done = outcome === 'copied' ? <RiCheckLine /> : <RiForbidLine />;
  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={t('common.copy', { what: t('log.whole') })}
        icon={outcome ? done : <RiFileCopyLine />}
        onPress={copy}
      />
      <VisuallyHidden role="status" aria-live="polite">
        {outcome ? t(`common.${outcome}`) : ''}
      </VisuallyHidden>
    </>
  );
}
