import { Fragment } from 'react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityWarnings } from './EntityWarnings';
import { isKratixCard } from './isKratixCard';
import styles from './layout.module.css';

type Cards = EntityContentLayoutProps['cards'];

/**
 * The overview of what Kratix made: the answer first, whatever other cards a portal has, and in whatever
 * order. Beside it on a wide page, and below it on a narrow one, what the catalog says about the entity.
 * @internal
 */
export function KratixEntityLayout({ cards }: EntityContentLayoutProps) {
  const answer = cards.filter(({ element }) => isKratixCard(element));
  const others = cards.filter(card => !answer.includes(card));
  const info = others.filter(({ type }) => type === 'info');
  const rest = others.filter(({ type }) => type !== 'info');
  return (
    <>
      <EntityWarnings />
      <div className={info.length > 0 ? styles.split : styles.whole}>
        <Area className={styles.answer} cards={answer} />
        <Area className={styles.info} cards={info} />
        <Area className={styles.rest} cards={rest} />
      </div>
    </>
  );
}

function Area(props: { className?: string; cards: Cards }) {
  return props.cards.length > 0 ? (
    <div className={props.className}>
      {props.cards.map(({ element }, index) => (
        <Fragment key={element.key ?? index}>{element}</Fragment>
      ))}
    </div>
  ) : null;
}
