import { z } from 'zod';

/**
 * A form of the scaffolder, filled in.
 * @public
 */
export const filledFormSchema = z.object({
  /** Entity reference of the Template. */
  template: z.string(),
  /** Values of its fields. */
  formData: z.record(z.string(), z.unknown()),
});
