import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inRepository } from './repository.mjs';

const LOCK = inRepository('.toolchain', 'lock');

/** Runs `work` while no other process prepares the toolchain of this clone. */
export async function withToolchainLock(work) {
  mkdirSync(inRepository('.toolchain'), { recursive: true });
  await acquire();
  const release = () => rmSync(LOCK, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

async function acquire(hasTold = false) {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }
  const owner = readOwner();
  if (!isAlive(owner)) {
    rmSync(LOCK, { force: true }); // its owner was killed
    await acquire(hasTold);
    return;
  }
  if (!hasTold) {
    console.error(
      `  Waiting for another install of this clone (process ${owner}) …`,
    );
  }
  await new Promise(resolve => setTimeout(resolve, 500));
  await acquire(true);
}

function readOwner() {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0; // released between the two calls
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
