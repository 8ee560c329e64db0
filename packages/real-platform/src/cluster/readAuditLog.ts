import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const auditUserSchema = z.looseObject({
  username: z.string().optional(),
  groups: z.array(z.string()).optional(),
});

const auditEventSchema = z.looseObject({
  auditID: z.string(),
  stage: z.string(),
  requestURI: z.string(),
  verb: z.string(),
  user: auditUserSchema,
  impersonatedUser: auditUserSchema.optional(),
  userAgent: z.string().optional(),
  objectRef: z
    .looseObject({
      resource: z.string().optional(),
      namespace: z.string().optional(),
      name: z.string().optional(),
      apiGroup: z.string().optional(),
      subresource: z.string().optional(),
    })
    .optional(),
  responseStatus: z.looseObject({ code: z.number().optional() }).optional(),
  stageTimestamp: z.string(),
});

/**
 * One request as the API server recorded it (audit.k8s.io/v1 `Event`).
 *
 * @public
 */
export type AuditEvent = z.infer<typeof auditEventSchema>;

/**
 * Reads what the API server has written so far, in the order it wrote it. The
 * last line may be half written while requests are under way; it is left out.
 *
 * @internal
 */
export async function readAuditLog(path: string): Promise<AuditEvent[]> {
  const text = await readFile(path, 'utf8');
  const wholeLines = text.split('\n').slice(0, -1);
  return wholeLines.map(line => auditEventSchema.parse(JSON.parse(line)));
}
