import { useEffect, useState } from 'react';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine, RiForbidLine } from '@remixicon/react';
import { useTexts } from '../../translation';

const feedbackMs = 2_000;

/**
 * Copies a text and says so. `what` names it for those who do not see where the button stands.
 * @internal
 */
export function CopyButton(props: {
  /** Or what makes it when the button is pressed. */
  text: string | (() => string);
  what: string;
}) {
  const { text, what } = props;
  const { t } = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();

  useEffect(() => {
    const timer = setTimeout(() => setOutcome(undefined), feedbackMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(
        typeof text === 'string' ? text : text(),
      );
      setOutcome('copied');
    } catch {
      // Browsers forbid it on pages without TLS, and by policy.
      setOutcome('copyFailed');
    }
  };

  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={t('common.copy', { what })}
        icon={chooseIcon(outcome)}
        onPress={copy}
      />
      <VisuallyHidden role="status" aria-live="polite">
        {outcome ? t(`common.${outcome}`) : ''}
      </VisuallyHidden>
    </>
  );
}

function chooseIcon(outcome: 'copied' | 'copyFailed' | undefined) {
  switch (outcome) {
    case 'copied':
      return <RiCheckLine />;
    case 'copyFailed':
      return <RiForbidLine />;
    case undefined:
      return <RiFileCopyLine />;
    default:
      return outcome satisfies never;
  }
}
