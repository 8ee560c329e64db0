import { z } from 'zod';
import {
  conditionSchema,
  connectionProblemSchema,
  freshnessSchema,
} from './http';

const time = z.string();

/**
 * How one part of a delivery stands; each has one word, one tone, one sentence (`describeDelivery`).
 * @public
 */
export const deliveryCodeSchema = z
  .enum([
    'delivered',
    'notWrittenYet',
    'placing',
    'matchFound',
    'noDestination',
    'selectorMismatch',
    'writeFails',
    'destinationNotReady',
    'storeNotReady',
    'destinationGone',
    'removing',
    /** What a newer backend says. */
    'other',
  ])
  .catch('other');

/**
 * Why a part stands as it does, as data.
 * @public
 */
export const deliveryReasonSchema = z.object({
  code: deliveryCodeSchema,
  destination: z.string().optional(),
  store: z.string().optional(),
  /** What Kratix said; free text from the cluster. */
  message: z.string().optional(),
  /** Of `noDestination` and `selectorMismatch`: labels that are asked for, like `environment=prod`. */
  unmet: z.array(z.string()).optional(),
  /** Something was written before and stays there; changes wait. */
  isEarlierVersionThere: z.boolean().optional(),
  since: time.optional(),
});

/**
 * One label that a Destination must have, and who asks for it.
 * @public
 */
export const effectiveSelectorSchema = z.object({
  key: z.string(),
  value: z.string(),
  /** Undefined where Kratix does not say. */
  source: z
    .enum(['promise', 'promise-workflow', 'resource-workflow'])
    .optional(),
  /** Values for the same key that were asked for and do not count. */
  overruled: z.array(
    z.object({ value: z.string(), source: z.string().optional() }),
  ),
});

/**
 * How one Destination compares with what is asked for.
 * @public
 */
export const destinationMatchSchema = z.object({
  name: z.string(),
  isMatch: z.boolean(),
  unmet: z.array(
    z.object({
      key: z.string(),
      wanted: z.string(),
      /** Absent when the Destination has no label of this key. */
      actual: z.string().optional(),
    }),
  ),
  /** What else keeps it out. */
  obstacle: z.enum(['strict', 'previewsOnly']).optional(),
});

/** @public */
export const deliveryPlacementSchema = z.object({
  name: z.string(),
  destination: z.string(),
  reason: deliveryReasonSchema,
  /** Where the files are in the store, as far as it can be told. */
  storePath: z.string().optional(),
  /** The commit, of a Git repository only: what buckets report names nothing. */
  commit: z.string().optional(),
  conditions: z.array(conditionSchema),
});

/** @public */
export const deliveryGroupSchema = z.object({
  id: z.string(),
  directory: z.string(),
  reason: deliveryReasonSchema,
  selectors: z.array(effectiveSelectorSchema),
  /** The first of them; `filesTotal` counts all. */
  files: z.array(z.string()),
  filesTotal: z.number(),
  placements: z.array(deliveryPlacementSchema),
  /** Undefined while the Destinations are not known. Those that match, then the nearest. */
  matches: z.array(destinationMatchSchema).optional(),
});

/** @public */
export const deliveryWorkSchema = z.object({
  name: z.string(),
  namespace: z.string(),
  /** Absent for a Promise's static dependencies. */
  pipeline: z.string().optional(),
  type: z.enum(['resource', 'promise', 'static-dependency', 'other']),
  createdAt: time.optional(),
  groups: z.array(deliveryGroupSchema),
  conditions: z.array(conditionSchema),
});

/** @public */
export const readinessSchema = z.object({
  /** `notReported`: Kratix has not looked yet, or does not say. */
  state: z.enum(['ready', 'notReady', 'notReported', 'missing']),
  reason: z.string().optional(),
  message: z.string().optional(),
  since: time.optional(),
});

/** @public */
export const destinationSummarySchema = z.object({
  name: z.string(),
  labels: z.record(z.string(), z.string()),
  path: z.string(),
  isStrict: z.boolean(),
  isForPreviews: z.boolean(),
  store: z.object({ kind: z.string(), name: z.string() }).optional(),
  readiness: readinessSchema,
});

/** @public */
export const stateStoreSummarySchema = z.object({
  kind: z.string(),
  name: z.string(),
  location: z.string(),
  branch: z.string().optional(),
  readiness: readinessSchema,
});

/**
 * `GET /requests/:platform/:promise/:namespace/:name/delivery` and
 * `GET /promises/:platform/:promise/delivery`
 * @public
 */
export const deliveryResponseSchema = z.object({
  works: z.array(deliveryWorkSchema),
  /** Those that something went to, or that were weighed. Undefined while they are not known. */
  destinations: z.array(destinationSummarySchema).optional(),
  stores: z.array(stateStoreSummarySchema).optional(),
  /** False when there is more, or something that could not be understood. */
  isComplete: z.boolean(),
  readAt: time,
});

/** `GET /destinations/:platform` @public */
export const destinationsResponseSchema = z.object({
  /** Undefined while they are not known. */
  destinations: z.array(destinationSummarySchema).optional(),
  stores: z.array(stateStoreSummarySchema).optional(),
  /** Why something of it is not known. */
  problems: z.array(connectionProblemSchema),
  freshness: freshnessSchema,
});

/** Query of `GET …/delivery/file`. @public */
export const deliveryFileQuerySchema = z.object({
  work: z.string().min(1).max(253),
  group: z.string().max(253).default(''),
  path: z.string().min(1).max(4096),
});

/**
 * `GET …/delivery/file`: one file, decoded and bounded.
 * @public
 */
export const deliveryFileResponseSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    path: z.string(),
    text: z.string(),
    /** Of what was decoded; of the whole file unless `isCut`. */
    bytes: z.number(),
    isCut: z.boolean(),
    /** Values of Secrets are replaced. */
    hasMaskedSecrets: z.boolean(),
    /** Characters that change how text looks and cannot be seen; they are shown escaped. */
    hasHiddenCharacters: z.boolean(),
  }),
  z.object({
    type: z.literal('binary'),
    path: z.string(),
    bytes: z.number(),
    isCut: z.boolean(),
  }),
  z.object({
    type: z.literal('withheld'),
    path: z.string(),
    /** `secret`: it seems to hold a Secret and cannot be taken apart. */
    reason: z.enum(['secret', 'undecodable']),
  }),
]);

/**
 * `GET /requests/…/events` and `GET /promises/…/events`: deduplicated, the newest first.
 * @public
 */
export const eventsResponseSchema = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['Normal', 'Warning']),
      reason: z.string(),
      message: z.string(),
      subject: z.object({
        kind: z.string(),
        namespace: z.string().optional(),
        name: z.string(),
      }),
      reporter: z.string(),
      firstAt: time.optional(),
      lastAt: time.optional(),
      count: z.number(),
      /** What Kratix writes on every look; folded away unless asked for. */
      isNoise: z.boolean(),
    }),
  ),
  isComplete: z.boolean(),
  readAt: time,
});

/** @public */
export type DeliveryCode = z.infer<typeof deliveryCodeSchema>;
/** @public */
export type DeliveryReason = z.infer<typeof deliveryReasonSchema>;
/** @public */
export type EffectiveSelector = z.infer<typeof effectiveSelectorSchema>;
/** @public */
export type DestinationMatch = z.infer<typeof destinationMatchSchema>;
/** @public */
export type DeliveryPlacement = z.infer<typeof deliveryPlacementSchema>;
/** @public */
export type DeliveryGroup = z.infer<typeof deliveryGroupSchema>;
/** @public */
export type DeliveryWork = z.infer<typeof deliveryWorkSchema>;
/** @public */
export type Readiness = z.infer<typeof readinessSchema>;
/** @public */
export type DestinationSummary = z.infer<typeof destinationSummarySchema>;
/** @public */
export type StateStoreSummary = z.infer<typeof stateStoreSummarySchema>;
/** @public */
export type DeliveryResponse = z.infer<typeof deliveryResponseSchema>;
/** @public */
export type DestinationsResponse = z.infer<typeof destinationsResponseSchema>;
/** @public */
export type DeliveryFileQuery = z.infer<typeof deliveryFileQuerySchema>;
/** @public */
export type DeliveryFileResponse = z.infer<typeof deliveryFileResponseSchema>;
/** @public */
export type EventsResponse = z.infer<typeof eventsResponseSchema>;
/** @public */
export type EventEntry = EventsResponse['events'][number];
