import { cacheBinding } from '../__fixtures__/delivery';
import { asBinding, asPromise, asRequest } from '../__fixtures__/parsed';
import { redisPromise } from '../__fixtures__/redisPromise';
import { readyRequest } from '../__fixtures__/redisRequest';
import { toEnglish } from '../wording';
import type { RolloutSubject } from './RolloutSubject';
import { whyExcluded } from './whyExcluded';

// The request is at v0.2.0.
const request = asRequest(readyRequest());
const binding = asBinding(cacheBinding({ version: 'v0.2.0' }));
const promise = asPromise(redisPromise());
const paused = { 'kratix.io/paused': 'true' };
const ofFlux = { 'kustomize.toolkit.fluxcd.io/name': 'apps' };

describe('whyExcluded', () => {
  it.each<[string, Partial<RolloutSubject>, string]>([
    [
      'deleting',
      { request: { ...request, deletedAt: '2026-08-21T10:00:00Z' } },
      'It is being removed.',
    ],
    [
      'git',
      { request: { ...request, labels: { ...request.labels, ...ofFlux } } },
      'Flux keeps it as it is in Git: choose its version there.',
    ],
    [
      'paused',
      { request: { ...request, labels: { ...request.labels, ...paused } } },
      'It is paused.',
    ],
    [
      'paused',
      { context: { promise: { ...promise, isPaused: true } } },
      'The service as a whole is paused.',
    ],
    [
      'unversioned',
      {
        request: {
          ...request,
          status: { ...request.status, promiseVersion: 'not-set' },
        },
      },
      'It has no version.',
    ],
    [
      'unbound',
      { binding: undefined },
      'The platform does not report which version it follows.',
    ],
    [
      'unfinished',
      {
        request: {
          ...request,
          status: { ...request.status, promiseVersion: undefined },
        },
      },
      'It has no version before its first run is done.',
    ],
    ['there', {}, 'It is at v0.2.0 already.'],
  ])('says %s', (code, changes, sentence) => {
    const target = { version: 'v0.2.0', resolved: 'v0.2.0' };
    const excluded = whyExcluded(
      { request, binding, context: { binding }, ...changes },
      target,
    );

    expect(excluded?.code).toBe(code);
    expect(excluded && toEnglish(excluded.why)).toBe(sentence);
  });
});
