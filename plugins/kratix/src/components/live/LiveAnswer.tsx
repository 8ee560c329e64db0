import { Fragment, type ComponentType, type ReactNode } from 'react';
import type { LiveResult } from '../../hooks';
import { platformOf, type ProblemSubject } from '../notices/describeProblem';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';

/**
 * What was asked for, in whatever state the answer is: on its way, refused, known, or known from before and
 * perhaps no longer true.
 * @internal
 */
export function LiveAnswer<T>(props: {
  live: LiveResult<T>;
  /** What was asked for, where it cannot be shown. */
  subject: ProblemSubject;
  children: (value: T) => ReactNode;
  /** What people call the platform, where the answer tells. */
  platformTitle?: (value: T) => string;
  /** The shape of what is coming. */
  skeleton?: ReactNode;
  /** What is still known where the answer cannot be had. */
  fallback?: ReactNode;
  /** Holds what stands in for the answer, where the answer brings a frame of its own. */
  Frame?: ComponentType<{ children: ReactNode }>;
}) {
  const { live, subject, children, platformTitle } = props;
  const { skeleton = <CardSkeleton />, fallback, Frame = Fragment } = props;
  switch (live.state) {
    case 'loading':
      return <Frame>{skeleton}</Frame>;
    case 'failed':
      return (
        <Frame>
          <ProblemNotice
            problem={live.problem}
            subject={subject}
            onRetry={live.refresh}
          >
            {fallback}
          </ProblemNotice>
        </Frame>
      );
    case 'known':
      return (
        <>
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform={platformTitle?.(live.value) ?? platformOf(subject)}
          />
          {children(live.value)}
        </>
      );
    default:
      return live satisfies never;
  }
}
