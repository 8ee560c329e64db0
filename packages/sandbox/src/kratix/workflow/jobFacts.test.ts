import type { KubeObject } from '../../apiserver/cluster';
import { labels } from '../vocabulary/labels';
import { newestFirst } from './jobFacts';

function job(name: string, pipeline: string, condition?: string): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      namespace: 'team-a',
      uid: name,
      resourceVersion: '1',
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels: { [labels.pipelineName]: pipeline },
    },
    status: condition
      ? { conditions: [{ type: condition, status: 'True' }] }
      : { active: 1 },
  };
}

describe('newestFirst, of Jobs of one second', () => {
  const cases: [string, KubeObject[], string[]][] = [
    [
      'the later pipeline is the newer',
      [job('z', 'a', 'Complete'), job('y', 'b', 'Complete')],
      ['y', 'z'],
    ],
    [
      'what runs came after what was stopped, whatever their names',
      [job('z', 'a', 'Suspended'), job('y', 'a')],
      ['y', 'z'],
    ],
    [
      'what is complete came after what was stopped',
      [job('z', 'a', 'Suspended'), job('y', 'a', 'Complete')],
      ['y', 'z'],
    ],
  ];

  it.each(cases)('%s', (_, jobs, expected) => {
    const names = newestFirst(jobs, ['a', 'b']).map(
      ({ metadata }) => metadata.name,
    );
    expect(names).toEqual(expected);
  });
});
