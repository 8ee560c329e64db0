import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  PlatformSummary,
  WatchSummary,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { describeSilence } from '../notices/describeSilence';
import styles from './watches.module.css';

/**
 * How well each collection of a platform is followed, the worst first: what an operator asks when something is
 * late.
 * @internal
 */
export function PlatformWatches({
  platform: { title, connection },
}: {
  platform: Pick<PlatformSummary, 'title' | 'connection'>;
}) {
  const { t } = useTexts();
  const { watches = [] } = connection;
  if (watches.length === 0) {
    return null;
  }
  const live = watches.filter(({ state }) => state === 'live').length;
  return (
    <Accordion>
      <AccordionTrigger
        title={t('platform.watches', {
          live: String(live),
          count: watches.length,
        })}
      />
      <AccordionPanel>
        <ul className={styles.watches}>
          {watches.map(watch => (
            <li key={`${watch.collection} ${watch.promise ?? ''}`}>
              <strong>{watch.collection}</strong>
              <Told watch={watch} platform={title} />
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
}

function Told({ watch, platform }: { watch: WatchSummary; platform: string }) {
  const { t } = useTexts();
  const { state, objects, problem, lists, connects, failures } = watch;
  const words = [
    t(`platform.watch.${state}`),
    ...(problem ? [describeSilence(problem.reason, platform, t)] : []),
    ...(objects === undefined
      ? []
      : [t('platform.watchObjects', { count: objects })]),
    t('platform.watchCounts', {
      lists: String(lists),
      connects: String(connects),
      failures: String(failures),
    }),
  ];
  return <span>{words.join(' ')}</span>;
}
