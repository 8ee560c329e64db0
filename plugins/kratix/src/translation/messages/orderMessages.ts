/**
 * Texts of the fields that ask the platform about an order.
 * @internal
 */
export const orderMessages = {
  order: {
    asking: 'Asking {{platform}} whether it would take this…',
    incomplete:
      'This cannot be checked: the platform, the service, the name or the namespace is missing.',
    accepted: '{{platform}} would take this',
    acceptedNext: 'Nothing has been sent yet.',
    refused: '{{platform}} would refuse this',
    forbidden: 'You may not send this to {{platform}}',
    forbiddenReviewed:
      'You may not write to {{platform}} yourself, so it could not be asked. The reviewer checks it.',
    unreachable: '{{platform}} could not be asked',
    unreachableNext:
      'You can go on: it is checked again when it is sent, and nothing happens if it is refused.',
    leftOut: 'Left out: {{platform}} has no place for it',
    leftOutMore_one: '{{count}} more',
    leftOutMore_other: '{{count}} more',
    askAgain: 'Ask again',
    sent: 'What will be sent',
    changes: 'What will change',
    noChanges: 'Nothing: this is what stands already.',
    nameFixed: 'It keeps its name. Another name would be another request.',
    nameTaken: '{{namespace}} has one named {{name}} already. Take another.',
    namespaceFixed: 'It stays where it is.',
  },
} as const;
