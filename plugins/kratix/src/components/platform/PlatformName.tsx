import { Badge } from '@backstage/ui';
import { useTexts } from '../../translation';

/**
 * What people call a platform, and whether it is pretend where its name does not say so.
 * @internal
 */
export function PlatformName(props: { title: string; isSandbox: boolean }) {
  const { title, isSandbox } = props;
  const { t } = useTexts();
  return (
    <>
      {title}
      {isSandbox && !/sandbox/i.test(title) && (
        <Badge size="small">{t('sandbox.badge')}</Badge>
      )}
    </>
  );
}
