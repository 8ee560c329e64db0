import { z } from 'zod';
import { phaseSchema, promiseResponseSchema } from './http';
import { listGapSchema } from './requestList';

/**
 * One Promise in a list: what it is, whether it can be ordered, and how its requests fare.
 * @public
 */
export const offerSchema = promiseResponseSchema
  .pick({
    ref: true,
    platformTitle: true,
    isSandbox: true,
    version: true,
    isPaused: true,
    availability: true,
    message: true,
    api: true,
    apiProblem: true,
    apiProblemWording: true,
    requiredPromises: true,
  })
  .extend({
    title: z.string(),
    description: z.string().optional(),
    /** Absent where the catalog leaves it out. */
    entityRef: z.string().optional(),
    /** The Template that orders from it; absent where nothing can be ordered. */
    templateRef: z.string().optional(),
    isStale: z.boolean(),
    /** Of the requests that the person may read; absent while they are unknown. */
    phases: z.partialRecord(phaseSchema, z.number()).optional(),
  });

/** `GET /promises` @public */
export const offersResponseSchema = z.object({
  offers: z.array(offerSchema),
  gaps: z.array(listGapSchema),
});

/**
 * One field of what a Promise asks for, for a look before the form.
 * @public
 */
export const offerFieldSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** JSON type, `map`, or `list of <type>`. */
  type: z.string(),
  description: z.string().optional(),
  isRequired: z.boolean(),
  /** As text. */
  defaultValue: z.string().optional(),
  choices: z.array(z.string()).optional(),
});

/**
 * A Promise that another needs, or that needs it. `entityRef` only where the platform has it.
 * @public
 */
export const relatedPromiseSchema = z.object({
  name: z.string(),
  title: z.string(),
  version: z.string().optional(),
  /** Kratix's own words, of what is required. */
  state: z.string().optional(),
  entityRef: z.string().optional(),
});

/** `GET /promises/:platform/:promise/about` @public */
export const promiseAboutResponseSchema = z.object({
  offer: offerSchema,
  fields: z.array(offerFieldSchema),
  /** Undefined when this Kratix keeps no revisions, or they are not known. The latest first. */
  revisions: z
    .array(
      z.object({
        version: z.string(),
        isLatest: z.boolean(),
        createdAt: z.string().optional(),
        /** Requests at this version, of those that the person may read. */
        requests: z.number().optional(),
      }),
    )
    .optional(),
  requires: z.array(relatedPromiseSchema),
  requiredBy: z.array(relatedPromiseSchema),
});

/** @public */
export type Offer = z.infer<typeof offerSchema>;
/** @public */
export type OfferField = z.infer<typeof offerFieldSchema>;
/** @public */
export type RelatedPromise = z.infer<typeof relatedPromiseSchema>;
/** @public */
export type OffersResponse = z.infer<typeof offersResponseSchema>;
/** @public */
export type PromiseAboutResponse = z.infer<typeof promiseAboutResponseSchema>;
