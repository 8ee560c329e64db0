import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { WorkflowSubject } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixWorkflowApiRef, type LogQuestion } from '../../api';
import { collectLog, saveBlob } from '../../log/saveLog';

/** `limit`: what was saved is not all. `failed`: nothing was. */
type Saving = 'idle' | 'busy' | 'limit' | 'failed';

/**
 * Saves a log as a file. It is read again: what is shown may be the end of it only. Half a log that looks like a
 * whole one would mislead, so none is saved where the connection was lost.
 * @internal
 */
export function useSaveLog(subject: WorkflowSubject, source: LogQuestion) {
  const api = useApi(kratixWorkflowApiRef);
  const [state, setState] = useState<Saving>('idle');
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const { signal } = (running.current = new AbortController());
    setState('busy');
    try {
      const opened = await api.openLog(subject, source, { signal });
      const log = opened.ok && (await collectLog(opened.value));
      if (signal.aborted) {
        return;
      }
      if (!log || log.end === 'broken') {
        setState('failed');
        return;
      }
      saveBlob(log.blob, `${source.pod}-${source.container}.log`);
      setState(log.end === 'limit' ? 'limit' : 'idle');
    } catch {
      // Where the page is gone, nobody waits for it.
      if (!signal.aborted) {
        setState('failed');
      }
    }
  };
  return { start, state };
}
