import { z } from 'zod';
import { KubernetesError } from './KubernetesError';
import { toFailure } from './kubernetesFailures';

const MESSAGE_LIMIT = 2_000;

const statusSchema = z.object({
  message: z.string().optional(),
  code: z.number().optional(),
  reason: z.string().optional().catch(undefined),
  details: z
    .object({
      name: z.string().optional().catch(undefined),
      retryAfterSeconds: z.number().optional(),
      causes: z
        .array(
          z.object({
            reason: z.string().optional(),
            message: z.string().optional(),
            field: z.string().optional(),
          }),
        )
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/**
 * Reads a Kubernetes Status (the body of a refused request, or the object of an ERROR watch event). A body
 * that is none, such as a proxy's page, is not quoted: it is nobody's message.
 * @internal
 */
export function toStatusError(
  body: unknown,
  context: { statusCode?: number; retryAfter?: string; what: string },
): KubernetesError {
  const status = statusSchema.safeParse(body);
  const data = status.success ? status.data : {};
  const statusCode = context.statusCode ?? data.code ?? 500;
  const retryAfterSeconds =
    parseRetryAfter(context.retryAfter) ?? data.details?.retryAfterSeconds;
  return new KubernetesError(
    toFailure(statusCode),
    data.message?.slice(0, MESSAGE_LIMIT) ??
      `The API server answered ${statusCode} to ${context.what}`,
    {
      statusCode,
      causes: data.details?.causes,
      reason: data.reason,
      objectName: data.details?.name,
      retryAfterMs:
        retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000,
    },
  );
}

// API servers send seconds (k8s.io/apiserver pkg/util/flowcontrol); a date is a proxy's, and left alone.
function parseRetryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,5}$/.test(header)
    ? Number(header)
    : undefined;
}
