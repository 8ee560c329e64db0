const units = [
  { name: 'day', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/**
 * A span of time in its largest whole unit: `48 s`, `3 min`, `5 h`, `3 days`. Empty for a time in the
 * future, which only means that two clocks differ.
 * @public
 */
export function formatDuration(fromIso: string, now: Date): string {
  const seconds = Math.floor((now.getTime() - Date.parse(fromIso)) / 1000);
  if (Number.isNaN(seconds) || seconds < 0) {
    return '';
  }
  const unit = units.find(candidate => seconds >= candidate.seconds);
  if (!unit) {
    return '0 s';
  }
  const count = Math.floor(seconds / unit.seconds);
  return unit.name === 'day'
    ? `${count} ${count === 1 ? 'day' : 'days'}`
    : `${count} ${unit.name}`;
}
