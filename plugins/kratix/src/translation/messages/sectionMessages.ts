/**
 * Texts of the folded sections of a long form.
 * @internal
 */
export const sectionMessages = {
  section: {
    fields_one: '1 field',
    fields_other: '{{count}} fields',
    filled_one: '{{filled}} filled in, 1 field',
    filled_other: '{{filled}} filled in, {{count}} fields',
  },
} as const;
