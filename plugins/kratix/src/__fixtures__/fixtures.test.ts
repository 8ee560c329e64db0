import {
  platformsResponseSchema,
  promiseResponseSchema,
  requestResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';
import { platformsStates, promiseStates, requestStates } from '.';

const nowMs = Date.parse('2026-03-01T12:00:00Z');

/** The answers among the states that hold a value. */
function valuesOf<T>(
  states: readonly { id: string; answer?: Fetched<T> }[],
): { id: string; value: T }[] {
  return states.flatMap(({ id, answer }) =>
    answer?.ok ? [{ id, value: answer.value }] : [],
  );
}

describe('fixtures', () => {
  it.each(valuesOf(requestStates(nowMs)))(
    'keep the contract of a request: $id',
    ({ value }) => {
      expect(requestResponseSchema.parse(value)).toEqual(value);
    },
  );

  it.each(valuesOf(promiseStates(nowMs)))(
    'keep the contract of a Promise: $id',
    ({ value }) => {
      expect(promiseResponseSchema.parse(value)).toEqual(value);
    },
  );

  it.each(valuesOf(platformsStates(nowMs)))(
    'keep the contract of platforms: $id',
    ({ value }) => {
      expect(platformsResponseSchema.parse(value)).toEqual(value);
    },
  );
});
