import { readStructuralSchema } from '../readStructuralSchema';

/** A field of each kind that pruning and defaulting treat in their own way. */
export const variedSchema = readStructuralSchema({
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      default: {},
      properties: {
        name: { type: 'string', default: 'nobody' },
        maybe: { type: 'string', nullable: true, default: 'x' },
        free: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
          properties: { strict: { type: 'object', properties: {} } },
        },
        map: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: { size: { type: 'integer', default: 3 } },
          },
        },
        list: {
          type: 'array',
          items: { type: 'object', properties: { a: { type: 'string' } } },
        },
        embedded: {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          properties: { spec: { type: 'object' } },
        },
      },
    },
  },
});
