import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import type { Readiness } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { readinessTone } from './readinessTone';
import styles from './destinations.module.css';

/** A fleet may have hundreds, and the page is about what needs somebody. */
const shownAtFirst = 10;

/**
 * Things that are ready or not: those that are not come first, and a long list is folded.
 * @internal
 */
export function ReadinessList<
  T extends { readonly readiness: Readiness },
>(props: {
  /** Undefined while they are not known. */
  items: readonly T[] | undefined;
  /** Why they are not. */
  reason: string;
  empty: string;
  render: (item: T) => JSX.Element;
}) {
  const { items, reason, empty, render } = props;
  const { t } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  if (!items || items.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {items ? empty : t('destinations.unknown', { reason })}
      </Text>
    );
  }
  const sorted = [...items].sort((a, b) => rank(a) - rank(b));
  const rest = isWhole ? 0 : sorted.length - shownAtFirst;
  return (
    <>
      <ul className={styles.list}>
        {(rest > 0 ? sorted.slice(0, shownAtFirst) : sorted).map(render)}
      </ul>
      {rest > 0 && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setIsWhole(true)}
        >
          {t('destinations.showMore', { count: rest })}
        </Button>
      )}
    </>
  );
}

function rank({ readiness }: { readonly readiness: Readiness }): number {
  return readinessTone[readiness.state] === 'bad' ? 0 : 1;
}
