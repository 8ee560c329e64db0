import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixWorkflowPaths,
  type LogQuery,
  type WorkflowSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixWorkflowApiRef } from '../api';
import { readLastErrorLine } from '../log/readLastErrorLine';

/** As many as are looked through for what sounds like an error. */
const TAIL_LINES = 200;

/**
 * What the log of a container that has failed says last; undefined while that is not known. Its end is read
 * once, and not followed.
 * @internal
 */
export function useLastErrorLine(
  subject: WorkflowSubject,
  log: Pick<LogQuery, 'pod' | 'container' | 'previous'> | undefined,
): string | undefined {
  const api = useApi(kratixWorkflowApiRef);
  const [answer, setAnswer] = useState<{ key: string; line?: string }>();
  const key = log && kratixWorkflowPaths.log(subject, log);
  useEffect(() => {
    if (!log || key === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    readLastErrorLine(
      api.openLog(subject, { ...log, tailLines: TAIL_LINES }, { signal }),
    ).then(
      line => !signal.aborted && setAnswer({ key, line }),
      // Lost, or the page was left: what the platform said of the failure stands without it.
      () => undefined,
    );
    return () => controller.abort();
    // The address names all that the subject and the log are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, key]);
  // What was read of an earlier attempt must never show as this one's.
  return answer?.key === key ? answer?.line : undefined;
}
