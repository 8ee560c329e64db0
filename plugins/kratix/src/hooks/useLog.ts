import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixWorkflowPaths,
  type WorkflowSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixWorkflowApiRef } from '../api';
import type { ShownLine } from '../log/LogBuffer';
import { LogFeed } from '../log/LogFeed';
import type { LogFeedState } from '../log/LogFeedState';

/**
 * Which log is read, and whether more may come.
 * @internal
 */
export interface LogTarget {
  readonly subject: WorkflowSubject;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  readonly isRunning: boolean;
  /** Another one when the container has been started again. */
  readonly attempt: number;
}

/** @internal */
export interface LiveLog {
  readonly state: LogFeedState;
  readonly lines: readonly ShownLine[];
  /** How many lines are before the first of these. */
  readonly dropped: number;
  /** Another one with every change of the lines, which stay the same list. */
  readonly version: number;
  /** Asks again at once. */
  readonly retry: () => void;
}

/**
 * Reads a log while the component is mounted, and follows it while its container runs.
 * @internal
 */
export function useLog(target: LogTarget, onEnd: () => void): LiveLog {
  const api = useApi(kratixWorkflowApiRef);
  const latest = useRef({ target, onEnd });
  latest.current = { target, onEnd };
  const [feed, setFeed] = useState<{ key: string; feed: LogFeed }>();
  const [, setVersion] = useState(0);

  const { subject, pod, container, previous, attempt } = target;
  const key = [
    kratixWorkflowPaths.log(subject, { pod, container, previous }),
    attempt,
  ].join('#');
  useEffect(() => {
    const next = new LogFeed({
      open: ({ sinceTime }, signal) => {
        const { target: now } = latest.current;
        return api.openLog(
          now.subject,
          {
            pod: now.pod,
            container: now.container,
            previous: now.previous,
            follow: now.isRunning,
            sinceTime,
          },
          { signal },
        );
      },
      isRunning: () => latest.current.target.isRunning,
      onChange: () => setVersion(version => version + 1),
      onEnd: () => latest.current.onEnd(),
    });
    setFeed({ key, feed: next });
    return next.start();
  }, [key, api]);

  // What was read of an earlier log must never show as this one's.
  const current = feed?.key === key ? feed.feed : undefined;
  return {
    state: current?.state ?? { type: 'loading' },
    lines: current?.buffer.lines ?? [],
    dropped: current?.buffer.dropped ?? 0,
    version: current?.version ?? 0,
    retry: current?.retry ?? (() => {}),
  };
}
