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
    namespacesLoading: 'Looking up the namespaces…',
    namespacesNone:
      '{{platform}} has no namespace where requests may live. Ask your platform team for one.',
    namespacesUnknown:
      'The namespaces cannot be listed now. Type the name of one.',
    namespacesForbidden:
      'You may not see the list of namespaces. Type the name of one that you know.',
    namespacesMore: 'Not every namespace is listed. Any other can be typed.',
    namespaceNotListed:
      '{{platform}} has no namespace {{namespace}} yet. Check the name, or ask for it.',
    namespaceOnly: 'The only one there is.',
    required: 'Required',
    yamlInvalid: 'Line {{line}}: {{message}}',
    yamlPlaceholder: 'key: value',
  },
} as const;
