import type { ReactNode } from 'react';
import { Alert, Button, Text } from '@backstage/ui';
import type { ApiProblem } from '../../api';
import { useSay, useTexts } from '../../translation';
import { describeProblem, type ProblemSubject } from './describeProblem';
import styles from './notices.module.css';

/**
 * Why there is nothing to show, what to do now, and behind it the server's own words.
 * @internal
 */
export function ProblemNotice(props: {
  problem: ApiProblem;
  subject: ProblemSubject;
  onRetry: () => void;
  children?: ReactNode;
}) {
  const { problem, subject, onRetry, children } = props;
  const { t } = useTexts();
  const say = useSay();
  const text = describeProblem(problem, subject, t);
  return (
    <Alert
      role="alert"
      className={styles.notice}
      icon
      status={text.status}
      title={text.sentence}
      description={
        <>
          {text.nextStep && (
            <Text as="span" variant="body-medium" className={styles.next}>
              {text.nextStep}
            </Text>
          )}
          {children}
          {problem.message && (
            <details className={styles.details}>
              <summary>{t('problem.serverSays')}</summary>
              <pre className={styles.says}>
                {say(problem.wording, problem.message)}
              </pre>
            </details>
          )}
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  );
}
