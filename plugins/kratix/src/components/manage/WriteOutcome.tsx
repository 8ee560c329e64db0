import { Alert, Text } from '@backstage/ui';
import type { Write } from '../../hooks';
import type { ApiProblem } from '../../api';
import { useSay, useTexts, type Translate } from '../../translation';
import styles from './manage.module.css';

/**
 * What became of what was asked for, in the words of who refused it.
 * @internal
 */
export function WriteOutcome<Name extends string>(props: {
  name: Name;
  write: Write<Name>;
}) {
  const { name, write } = props;
  const { t } = useTexts();
  const isAsked = write.state === 'asked' && write.name === name;
  return (
    <>
      <Text
        as="span"
        role="status"
        variant="body-small"
        color="secondary"
        className={isAsked ? undefined : styles.silent}
      >
        {isAsked ? t('manage.asked') : ''}
      </Text>
      {write.state === 'failed' && write.name === name && (
        <WriteProblem problem={write.problem} />
      )}
    </>
  );
}

/**
 * Why something was not done.
 * @internal
 */
export function WriteProblem({ problem }: { problem: ApiProblem }) {
  const { t } = useTexts();
  const say = useSay();
  return (
    <Alert
      icon
      role="alert"
      status="danger"
      className={styles.problem}
      title={describe(problem, t)}
      description={say(problem.wording, problem.message)}
    />
  );
}

function describe({ kind }: ApiProblem, t: Translate): string {
  switch (kind) {
    case 'noAnswer':
    case 'invalid':
      return t('manage.failedUnknown');
    case 'unauthorised':
      return t('problem.unauthorised');
    case 'forbidden':
    case 'notFound':
    case 'unreachable':
    case 'notInstalled':
    case 'failed':
      return t('manage.failed');
    default:
      return kind satisfies never;
  }
}
