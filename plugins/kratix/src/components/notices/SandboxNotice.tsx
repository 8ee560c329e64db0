import { Text } from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';
import { useTexts } from '../../translation';
import styles from './notices.module.css';

/**
 * Says on every page that shows one that a platform is pretend.
 * @internal
 */
export function SandboxNotice() {
  const { t } = useTexts();
  return (
    <div className={styles.sandbox} role="note">
      <RiFlaskLine aria-hidden size={16} className={styles.sandboxIcon} />
      <Text as="span" variant="body-small" color="secondary">
        {t('sandbox.notice')}
      </Text>
    </div>
  );
}
