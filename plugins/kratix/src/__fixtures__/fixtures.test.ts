import {
  platformsResponseSchema,
  promiseResponseSchema,
  requestResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { platformsStates, promiseStates, requestStates } from '.';

const nowMs = Date.parse('2026-03-01T12:00:00Z');

describe('fixtures', () => {
  it.each([
    ...requestStates(nowMs).map(({ id, answer }) => ({
      id: `request ${id}`,
      schema: requestResponseSchema,
      answer,
    })),
    ...promiseStates(nowMs).map(({ id, answer }) => ({
      id: `promise ${id}`,
      schema: promiseResponseSchema,
      answer,
    })),
    ...platformsStates(nowMs).map(({ id, answer }) => ({
      id: `platforms ${id}`,
      schema: platformsResponseSchema,
      answer,
    })),
  ])('keep the contract: $id', ({ schema, answer }) => {
    if (answer?.ok) {
      expect(schema.parse(answer.value)).toEqual(answer.value);
    } else {
      expect(answer?.problem.message ?? 'loads').not.toBe('');
    }
  });
});
