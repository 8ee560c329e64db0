import type {
  Phase,
  PipelineStatus,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { describeProgress, type Progress } from './describeProgress';

const progress = (
  phase: Phase,
  pipelines?: PipelineStatus[],
  step?: { index: number; total: number },
): Progress => ({
  report: {
    phase,
    subjects: [],
    ...(step && { step }),
    flags: {
      isPromiseUnavailable: false,
      isQueued: false,
      isDeletionBlocked: false,
      health: 'noData',
    },
  },
  ...(pipelines && { pipelines }),
});

describe('describeProgress', () => {
  it('tells at first where it is', () => {
    const lines = describeProgress(progress('Pending'), undefined);

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Waiting to start: /);
  });

  it('tells nothing when nothing is new', () => {
    const now = progress('Running', [{ name: 'plan', phase: 'Running' }]);

    expect(describeProgress(now, now)).toEqual([]);
  });

  it('tells each step that begins, ends or has something to say', () => {
    const before = progress('Running', [
      { name: 'plan', phase: 'Running' },
      { name: 'apply', phase: 'Pending' },
    ]);
    const after = progress('Running', [
      { name: 'plan', phase: 'Succeeded' },
      { name: 'apply', phase: 'Suspended', message: 'ask ana' },
    ]);

    expect(describeProgress(after, before)).toEqual([
      'Step plan is done',
      'Step apply is suspended: ask ana',
    ]);
  });

  it('says nothing of a step that has not begun', () => {
    const lines = describeProgress(
      progress('Running', [{ name: 'apply', phase: 'Pending' }]),
      undefined,
    );

    expect(lines.join()).not.toContain('apply');
  });

  it('tells a new phase', () => {
    const lines = describeProgress(progress('Ready'), progress('Running'));

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Ready: /);
  });
});
