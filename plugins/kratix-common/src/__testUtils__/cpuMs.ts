/** What this process has used of a processor so far: what others do on the machine takes none of it. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
