import { Link } from '@backstage/ui';
import { RiExternalLinkLine, RiKey2Line } from '@remixicon/react';
import { useList, useTexts } from '../../translation';
import type { Fact } from '../../values';
import { CopyButton } from '../copy/CopyButton';
import styles from './FactList.module.css';

/**
 * A value in the form that suits its use: a link to follow, an address to copy, a name, a yes or no.
 * @internal
 */
export function FactText({ fact }: { fact: Fact }) {
  const { t } = useTexts();
  const list = useList();
  const { label, value } = fact;
  switch (value.kind) {
    case 'link':
      return (
        <Link href={value.href} target="_blank" rel="noopener noreferrer">
          {withoutScheme(value.text)}
          <RiExternalLinkLine aria-hidden className={styles.external} />
        </Link>
      );
    case 'endpoint':
      return (
        <span className={styles.copyable}>
          <span className={styles.code}>{value.text}</span>
          <CopyButton text={value.copy} what={label} />
        </span>
      );
    case 'secretName':
      return (
        <span className={styles.copyable}>
          <RiKey2Line aria-hidden size={14} className={styles.icon} />
          <span className={styles.code}>{value.text}</span>
          <CopyButton text={value.text} what={label} />
        </span>
      );
    case 'hidden':
      return (
        <span className={styles.copyable}>
          <span className={styles.muted}>{t('common.hidden')}</span>
          <CopyButton text={value.copy} what={label} />
        </span>
      );
    case 'switch':
      return <>{t(value.isOn ? 'common.yes' : 'common.no')}</>;
    case 'list':
      return <>{list(value.items)}</>;
    case 'more':
      return (
        <span className={styles.muted}>
          {t('common.more', { count: value.count })}
        </span>
      );
    case 'text':
      return <span className={styles.text}>{value.text}</span>;
    default:
      return value satisfies never;
  }
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}
