/**
 * Texts of the form fields.
 * @internal
 */
export const fieldMessages = {
  field: {
    nameEmpty: 'Give it a name.',
    nameTooLong: 'Use at most {{maximum}} characters; this has {{length}}.',
    nameInvalid:
      'Use lower-case letters, numbers and hyphens, with a letter or number at both ends.',
    useSuggestion: 'Use {{suggestion}}',
    required: 'Required',
    yamlInvalid: 'Line {{line}}: {{message}}',
    yamlPlaceholder: 'key: value',
  },
} as const;
