import { Alert, Button } from '@backstage/ui';
import { useSay, useTexts } from '../../../translation';
import type { CheckVerdict } from './judgeCheck';
import styles from '../order.module.css';

/**
 * What the platform says to an order, and what the person can do about it.
 * @internal
 */
export function CheckAnswer({
  verdict,
  platform,
  onAskAgain,
}: {
  verdict: CheckVerdict;
  platform: string;
  onAskAgain: () => void;
}) {
  const { t } = useTexts();
  const say = useSay();
  const { state, problems, holdsBack } = verdict;
  const message = say(verdict.wording, verdict.message);
  const again = <AskAgain onPress={onAskAgain} />;
  switch (state) {
    case 'accepted':
      return (
        <Alert
          status="success"
          icon
          title={t('order.accepted', { platform })}
          description={t('order.acceptedNext')}
        />
      );
    case 'refused':
      return (
        <Alert
          status={holdsBack ? 'danger' : 'warning'}
          icon
          title={t('order.refused', { platform })}
          description={<ProblemList problems={problems} />}
          customActions={again}
        />
      );
    case 'forbidden':
      return (
        <Alert
          status={holdsBack ? 'danger' : 'info'}
          icon
          title={t(holdsBack ? 'order.forbidden' : 'order.forbiddenReviewed', {
            platform,
          })}
          description={message}
          customActions={again}
        />
      );
    case 'unknown':
      return (
        <Alert
          status="warning"
          icon
          title={t('order.unreachable', { platform })}
          description={`${t('order.unreachableNext')} (${message})`}
          customActions={again}
        />
      );
    default:
      return state satisfies never;
  }
}

function ProblemList({ problems }: Pick<CheckVerdict, 'problems'>) {
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={index}>
          {problem.path && <code>{problem.path}</code>} {problem.message}
        </li>
      ))}
    </ul>
  );
}

function AskAgain({ onPress }: { onPress: () => void }) {
  const { t } = useTexts();
  return (
    <Button size="small" variant="secondary" onPress={onPress}>
      {t('order.askAgain')}
    </Button>
  );
}
