import { Alert } from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';
import { useTexts } from '../../translation';

/**
 * The sandbox notice at the head of a page.
 * @internal
 */
export function SandboxAlert() {
  const { t } = useTexts();
  return (
    <Alert
      role="note"
      status="info"
      icon={<RiFlaskLine aria-hidden />}
      title={t('sandbox.notice')}
    />
  );
}
