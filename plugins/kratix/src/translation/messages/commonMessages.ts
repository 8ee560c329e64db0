/**
 * Texts that stand everywhere.
 * @internal
 */
export const commonMessages = {
  page: {
    title: 'Kratix',
  },
  common: {
    copy: 'Copy {{what}}',
    copied: 'Copied',
    copyFailed: 'Copying is not allowed here',
    tryAgain: 'Try again',
    details: 'Details',
    loading: 'Loading',
    yes: 'Yes',
    no: 'No',
    more_one: '{{count}} entry, see details',
    more_other: '{{count}} entries, see details',
    hidden: 'Hidden',
    since: 'since',
  },
} as const;
