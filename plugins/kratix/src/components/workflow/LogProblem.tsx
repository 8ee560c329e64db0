import { Button } from '@backstage/ui';
import type { ApiProblem } from '../../api';
import { isPassing } from '../../log/isPassing';
import { useSay, useTexts, type Translate } from '../../translation';
import styles from './log.module.css';

/**
 * Why a log cannot be read, in whose words, and the way on.
 * @internal
 */
export function LogProblem(props: {
  problem: ApiProblem;
  platform: string;
  onRetry: () => void;
}) {
  const { problem, platform, onRetry } = props;
  const { t } = useTexts();
  const say = useSay();
  return (
    <div className={styles.empty} role="alert">
      {sentenceOf(problem, platform, t)}
      <p>{say(problem.wording, problem.message)}</p>
      {isPassing(problem) && <p>{t('problem.noAnswerNext')}</p>}
      <div className={styles.next}>
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </div>
    </div>
  );
}

function sentenceOf(
  { kind }: ApiProblem,
  platform: string,
  t: Translate,
): string {
  switch (kind) {
    case 'unreachable':
      return t('problem.unreachable', { platform });
    // What was not found is in the words of the server.
    case 'notFound':
      return t('problem.failed');
    case 'forbidden':
    case 'unauthorised':
    case 'noAnswer':
    case 'notInstalled':
    case 'invalid':
    case 'failed':
      return t(`problem.${kind}`);
    default:
      return kind satisfies never;
  }
}
