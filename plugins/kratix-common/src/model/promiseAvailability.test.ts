import { asPromise } from '../__fixtures__/parsed';
import { redisPromise } from '../__fixtures__/redisPromise';
import { condition } from '../__fixtures__/redisRequest';
import type { Json } from '../__fixtures__/json';
import { describeAvailability } from './promiseAvailability';

describe('describeAvailability', () => {
  it.each<[string, (json: Json) => void, string, string, string]>([
    ['available', () => {}, 'Available', 'good', 'It takes requests.'],
    [
      'paused by label',
      json =>
        Object.assign(json.metadata.labels, { 'kratix.io/paused': 'true' }),
      'Paused',
      'paused',
      'It is paused; orders and changes wait.',
    ],
    [
      'new to Kratix',
      json => delete json.status,
      'Not reported',
      'unknown',
      'Kratix has not reported on it yet.',
    ],
    [
      'short of another Promise',
      json => {
        unavailable(json, 'PromiseUnavailable');
        json.status.requiredPromises[0].state = 'Requirement not installed';
      },
      'Not available',
      'bad',
      'It needs vault v1.0.0.',
    ],
    [
      'failed by its own workflow',
      json => {
        unavailable(json, 'PromiseUnavailable');
        json.status.kratix.workflows.pipelines[0].phase = 'Failed';
      },
      'Not available',
      'bad',
      'Its own workflow failed at promise-configure.',
    ],
    [
      'waiting for a person',
      json => unavailable(json, 'WorkflowSuspended'),
      'Not available',
      'waiting',
      'It takes no requests now: Promise configured',
    ],
  ])('says of a Promise that is %s', (_, change, word, tone, sentence) => {
    const json = redisPromise();
    change(json);

    expect(describeAvailability(asPromise(json))).toEqual({
      word,
      tone,
      sentence,
    });
  });
});

function unavailable(json: Json, reason: string): void {
  json.status.conditions = [condition('Available', 'False', reason)];
}
