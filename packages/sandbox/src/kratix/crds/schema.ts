import type { Json } from '../json/read';

/** Short forms for the OpenAPI schemas of Kratix's own kinds. @internal */
export const schema = {
  text: (extra: Json = {}): Json => ({ type: 'string', ...extra }),
  integer: (extra: Json = {}): Json => ({
    type: 'integer',
    format: 'int64',
    ...extra,
  }),
  flag: (extra: Json = {}): Json => ({ type: 'boolean', ...extra }),
  time: (): Json => ({ type: 'string', format: 'date-time' }),
  map: (): Json => ({
    type: 'object',
    additionalProperties: { type: 'string' },
  }),
  list: (items: Json, extra: Json = {}): Json => ({
    type: 'array',
    items,
    ...extra,
  }),
  object: (properties: Json, extra: Json = {}): Json => ({
    type: 'object',
    properties,
    ...extra,
  }),
  /** An object whose fields are kept as they are. */
  open: (extra: Json = {}): Json => ({
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
    ...extra,
  }),
} as const;

/** `metav1.Condition[]`. @internal */
export const conditionsSchema: Json = schema.list(
  schema.object(
    {
      type: schema.text({ maxLength: 316 }),
      status: schema.text({ enum: ['True', 'False', 'Unknown'] }),
      observedGeneration: schema.integer({ minimum: 0 }),
      lastTransitionTime: schema.time(),
      reason: schema.text({ maxLength: 1024, minLength: 1 }),
      message: schema.text({ maxLength: 32768 }),
    },
    {
      required: ['lastTransitionTime', 'message', 'reason', 'status', 'type'],
    },
  ),
);

/** `status.kratix.workflows.pipelines[]` of Promises. @internal */
export const pipelinesSchema: Json = schema.list(
  schema.object({
    name: schema.text(),
    phase: schema.text(),
    message: schema.text(),
    nextRetryAt: schema.text(),
    attempts: schema.integer(),
    lastTransitionTime: schema.time(),
  }),
);

/** `{name}` of a Promise. @internal */
export const promiseRefSchema: Json = schema.object(
  { name: schema.text() },
  { required: ['name'] },
);
