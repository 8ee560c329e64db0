import { ToolchainError } from '../toolchain/ToolchainError.mjs';

/** What to measure: one entry for each number of requests, smallest first. Idleness is measured with the last. */
export function readSizes(options) {
  const counts = options.requests
    .split(',')
    .map(text => readCount('requests', text, 1))
    .sort((a, b) => a - b);
  const n = {
    naming: readNaming(options.naming),
    changes: readCount('changes', options.changes, 1),
    orders: readCount('orders', options.orders, 1),
  };
  const idleSeconds = readCount('idle-seconds', options['idle-seconds'], 0);
  return counts.map((requests, index) => ({
    ...n,
    requests,
    idleSeconds: index === counts.length - 1 ? idleSeconds : 0,
  }));
}

function readNaming(naming = 'portal') {
  if (naming !== 'portal' && naming !== 'ske') {
    throw new ToolchainError(
      `--naming ${naming}: 'portal' or 'ske' is expected`,
    );
  }
  return naming;
}

function readCount(name, text, least) {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least) {
    throw new ToolchainError(
      `--${name} ${text}: a whole number from ${least} on is expected`,
    );
  }
  return value;
}
