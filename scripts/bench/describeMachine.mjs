import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on, and how busy it was with other things. */
export function describeMachine() {
  return {
    cores: cpus().length,
    model: cpus()[0]?.model,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    load: loadavg().map(value => Number(value.toFixed(2))),
  };
}
