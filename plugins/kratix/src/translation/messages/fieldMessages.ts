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
    nameTaken: '{{namespace}} has one of this name already. Take another.',
    forExample: 'For example: {{suggestion}}',
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
    namespaceOnlyYours: 'The only one in which you may order this.',
    namespacesNotYours:
      'You may not order this in any namespace of {{platform}}. Ask your platform team.',
    namespaceNotYours:
      'You may not order this in {{namespace}}, or {{platform}} has no such namespace.',
    namespaceRefused:
      'You may not order this in {{namespace}}, or there is no such namespace.',
    namespaceAsk: 'Ask your platform team.',
    namespacesAllowed: 'You may in {{namespaces}}.',
    namespacesAmong: 'You may in {{namespaces}}, …',
    namespacesUnjudged:
      'Where you may order could not be found out, so every namespace is listed. ({{reason}})',
    required: 'Required',
    needed: '{{field}} is needed.',
    unfit: 'This does not have the form that is asked for: {{pattern}}',
    unfitExample:
      'This does not have the form that is asked for. For example: {{example}}',
    oneOf: 'One of these',
    choiceNeeded: 'Choose one of these.',
    choiceOrNothing: 'Choose one of these, or leave all of it empty.',
    choiceUnfit: 'What is filled in does not fit the choice.',
    checkHoldsBack: 'The platform does not take it as it is; see above.',
    problemsBelow_one: 'One field needs another look; nothing was sent.',
    problemsBelow_other:
      '{{count}} fields need another look; nothing was sent.',
    yamlInvalid: 'Line {{line}}: {{message}}',
    yamlPlaceholder: 'key: value',
  },
  labels: {
    key: 'Label',
    value: 'Value',
    add: 'Add a label',
    remove: 'Remove {{key}}',
    removeRow: 'Remove this label',
    loading: 'Looking up the Destinations…',
    forbidden:
      'You may not see the Destinations. Type the labels that you know.',
    unknown: 'The Destinations cannot be listed now. Type the labels.',
    noDestinations: '{{platform}} has no Destination yet.',
    noneChosen: 'No label is asked for.',
    matches_one: 'One Destination has this: {{names}}',
    matches_other: '{{count}} Destinations have this: {{names}}',
    andMore: '{{names}} and {{more}} more',
    noMatch:
      'No Destination has all of this: as it stands, nothing would be delivered.',
    nearest: 'The nearest is {{name}}: {{unmet}}',
    unmetOther: '{{key}} is {{actual}} there',
    unmetAbsent: 'it has no {{key}}',
    mistake: {
      key: '"{{text}}" is no name of a label: use at most 63 letters, digits, "-", "_" and ".", after a domain and "/" if need be.',
      value:
        '"{{text}}" is no value of a label: use at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends.',
    },
  },
} as const;
