/**
 * Texts about changes that wait for review.
 * @internal
 */
export const reviewMessages = {
  review: {
    title: 'Waiting for review',
    aboutService_one:
      '{{count}} pull request is open. What it asks for begins when it is merged.',
    aboutService_other:
      '{{count}} pull requests are open. What they ask for begins when they are merged.',
    aboutRequest:
      'Until it is merged, everything stays as it is. To call it off, close the pull request.',
    create: 'New',
    change: 'Change',
    delete: 'Removal',
    promotion: 'Promotion',
    in: 'in {{namespace}}',
    open: 'Pull request {{number}}',
    openLabel:
      'Pull request {{number}}, {{operation}} of {{name}}, opens {{host}}',
    openedBy: 'opened by {{author}}',
    more: 'There are more open pull requests than are shown.',
    unknown: 'Whether something waits for review is not known now.',
    unknownNext: 'The forge gave no answer that could be used.',
  },
} as const;
