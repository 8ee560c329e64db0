import { useCallback, useEffect, useState } from 'react';
import type { WorkflowSubject } from '@kratix-portal/backstage-plugin-kratix-common';
import { useLog, type LiveLog } from '../../hooks';
import { useTexts } from '../../translation';
import type { ChosenStep, WorkflowChoice } from './chooseStep';
import { LogBar } from './LogBar';
import { LogLines } from './LogLines';
import { LogMessage } from './LogMessage';
import { NoLines } from './NoLines';
import { useLogSearch } from './useLogSearch';
import styles from './log.module.css';

interface Props {
  readonly subject: WorkflowSubject;
  readonly chosen: ChosenStep;
  readonly choice: WorkflowChoice;
  readonly onChoose: (choice: WorkflowChoice) => void;
  readonly linkTo: (choice: WorkflowChoice) => string;
  /** The container has ended, or its log is gone. */
  readonly onEnd: () => void;
}

/**
 * The log of one step, or why there is none.
 * @internal
 */
export function LogPane(props: Props) {
  const { chosen } = props;
  const { t } = useTexts();
  const { step, attempt } = chosen;
  const title = t('log.title', { step: step.name });
  if (attempt.pod && step.log === 'available') {
    return <OpenLog {...props} pod={attempt.pod} title={title} />;
  }
  return (
    <section aria-label={title} className={styles.pane}>
      <div className={styles.bar}>
        <h3 className={styles.title}>{nameOf(chosen)}</h3>
      </div>
      <LogMessage
        reason={reasonOf(chosen)}
        message={step.trouble?.message ?? attempt.trouble?.message}
      />
    </section>
  );
}

function OpenLog(props: Props & { pod: string; title: string }) {
  const { subject, chosen, choice, onChoose, title, pod } = props;
  const { step } = chosen;
  const isPrevious = choice.previous === true && step.hasPreviousLog;
  const isRunning = step.state === 'running' && !isPrevious;
  const source = { pod, container: step.name, previous: isPrevious };
  const log = useLog(
    { ...source, subject, isRunning, attempt: step.restarts },
    props.onEnd,
  );
  const search = useLogSearch(log);
  const [isWrapped, setWrapped] = useState(true);
  const { isFollowing, setFollowing } = useFollowing(choice.line, isRunning);
  const marked = useMarkedLine(log, choice.line);
  const here = placeOf(chosen, isPrevious);
  const previous = step.hasPreviousLog && {
    isShown: isPrevious,
    show: (isShown: boolean) =>
      onChoose({ ...here, previous: isShown || undefined }),
  };
  return (
    <div className={styles.pane}>
      <LogBar
        name={nameOf(chosen)}
        subject={subject}
        source={source}
        log={log}
        search={search}
        isWrapped={isWrapped}
        onWrap={setWrapped}
        isFollowing={isFollowing}
        onFollow={setFollowing}
        previous={previous || undefined}
      />
      <Notices
        dropped={log.dropped}
        goneLine={marked.isGone ? choice.line : undefined}
      />
      {log.lines.length > 0 ? (
        <LogLines
          {...log}
          label={title}
          isWrapped={isWrapped}
          isFollowing={isFollowing && search.target === undefined}
          onFollow={setFollowing}
          search={search.text}
          target={search.target ?? marked.index}
          markedLine={choice.line}
          linkTo={line => props.linkTo({ ...here, line })}
          onLine={line => onChoose({ ...here, line })}
        />
      ) : (
        <NoLines log={log} platform={subject.platform} />
      )}
    </div>
  );
}

function Notices(props: { dropped: number; goneLine: number | undefined }) {
  const { t } = useTexts();
  const { dropped, goneLine } = props;
  return (
    <>
      {dropped > 0 && (
        <p className={styles.notice}>
          {t('log.dropped', { number: String(dropped) })}
        </p>
      )}
      {goneLine !== undefined && (
        <p className={styles.notice} role="status">
          {t('log.lineGone', { number: String(goneLine) })}
        </p>
      )}
    </>
  );
}

/** What an address says of this log. */
function placeOf(
  { run, pipeline, attempt, step }: ChosenStep,
  isPrevious: boolean,
): WorkflowChoice {
  const isLast = attempt === pipeline.attempts.at(-1);
  return {
    run: run.id,
    pipeline: pipeline.name,
    step: step.name,
    ...(!isLast && { attempt: pipeline.attempts.indexOf(attempt) + 1 }),
    ...(isPrevious && { previous: true }),
  };
}

function nameOf({ pipeline, step }: ChosenStep): string {
  return `${pipeline.name} / ${step.name}`;
}

function reasonOf({ step, attempt }: ChosenStep) {
  if (step.trouble?.kind === 'image') {
    return 'image';
  }
  if (attempt.state === 'running') {
    return 'notStarted';
  }
  return step.log === 'podGone' || !attempt.pod ? 'podGone' : 'skipped';
}

/** Follows what runs, and shows the end of what ended; a link to a line stays at that line. */
function useFollowing(line: number | undefined, isRunning: boolean) {
  const [isFollowing, setFollowing] = useState(line === undefined);
  useEffect(() => {
    if (line !== undefined) {
      setFollowing(false);
    }
  }, [line]);
  useEffect(() => {
    if (isRunning && line === undefined) {
      setFollowing(true);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when it begins to run
  }, [isRunning]);
  return {
    isFollowing,
    setFollowing: useCallback(setFollowing, [setFollowing]),
  };
}

function useMarkedLine(
  { lines, dropped, state }: LiveLog,
  line: number | undefined,
): { index: number | undefined; isGone: boolean } {
  if (line === undefined || lines.length === 0) {
    return { index: undefined, isGone: false };
  }
  const index = line - 1 - dropped;
  const isKnown = index >= 0 && index < lines.length;
  return {
    index: isKnown ? index : undefined,
    isGone: index < 0 || (!isKnown && state.type === 'ended'),
  };
}
