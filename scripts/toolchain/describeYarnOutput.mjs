const STEPS = {
  'Resolution step': 'reading the lockfile',
  'Post-resolution validation': 'reading the lockfile',
  'Fetch step': 'fetching packages',
  'Link step': 'writing node_modules',
};

/** What a line of `yarn install` means to someone who waits. */
export function describeYarnOutput(line) {
  const step = /┌ (.+)$/.exec(line)?.[1]?.trim();
  return step && STEPS[step];
}
