import { z } from 'zod';
import { objectUid } from './operationNames';

/** @public */
export const previewFileSchema = z.object({
  path: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  /** Lines of a unified difference, each beginning with `+`, `-` or a space. */
  diff: z.string(),
  /** Whether the difference was cut. */
  isCut: z.boolean(),
});

/**
 * A part of a preview: the files of one pipeline, of the request itself or of a request that comes with it.
 * @public
 */
export const previewSectionSchema = z.object({
  pipeline: z.string().optional(),
  /** Set for a request that comes with this one. */
  component: z.object({ promise: z.string(), name: z.string() }).optional(),
  files: z.array(previewFileSchema),
  /** What Kratix says beside the files, such as that a component failed. */
  notes: z.array(z.string()),
});

/**
 * How far a preview is. `ignored`: Kratix has not taken it up, which is what a platform does whose DryRun
 * is switched off.
 * @public
 */
export const previewReportSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), isIgnored: z.boolean() }),
  z.object({ state: z.literal('failed'), message: z.string() }),
  z.object({
    state: z.literal('done'),
    sections: z.array(previewSectionSchema),
    /** False when parts of it are missing, `message` says which. */
    isComplete: z.boolean(),
    message: z.string().optional(),
  }),
]);

/** `POST /requests/:platform/:promise/:namespace/:name/previews` @public */
export const startPreviewBodySchema = z.strictObject({
  uid: objectUid,
  spec: z.record(z.string(), z.unknown()),
});

/** Answer to `POST …/previews`; `GET` and `DELETE …/previews/:preview` follow it. @public */
export const startPreviewResponseSchema = z.object({ preview: z.string() });

/** @public */
export type PreviewFile = z.infer<typeof previewFileSchema>;
/** @public */
export type PreviewSection = z.infer<typeof previewSectionSchema>;
/** @public */
export type PreviewReport = z.infer<typeof previewReportSchema>;
/** @public */
export type StartPreviewBody = z.infer<typeof startPreviewBodySchema>;
