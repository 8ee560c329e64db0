const { setTimeout: sleep } = require('node:timers/promises');

const ROUNDS = 4;
const PAUSE_MS = 500;
const MB = 1024 * 1024;

/**
 * What is left after collecting the garbage, the least of some rounds: between
 * them, work that is under way holds memory of its own.
 */
exports.readMemory = async () => {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    rounds.push({
      heapMb: (heapUsed + external) / MB,
      rssMb: rss / MB,
    });
    await sleep(PAUSE_MS);
  }
  return {
    heapMb: Math.min(...rounds.map(({ heapMb }) => heapMb)),
    rssMb: Math.min(...rounds.map(({ rssMb }) => rssMb)),
  };
};
