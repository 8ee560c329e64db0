import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inRepository } from './repository.mjs';

/** Runs `work` while no other process of this clone holds the lock of that name. */
export async function withLock(name, work) {
  mkdirSync(inRepository('.toolchain'), { recursive: true });
  const lock = inRepository('.toolchain', `${name}.lock`);
  await acquire(lock, false);
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

async function acquire(lock, hasTold) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }
  const owner = readOwner(lock);
  if (!isAlive(owner)) {
    rmSync(lock, { force: true }); // its owner was killed
    await acquire(lock, hasTold);
    return;
  }
  if (!hasTold) {
    console.error(
      `  Waiting for another command of this clone (process ${owner}) …`,
    );
  }
  await new Promise(resolve => setTimeout(resolve, 500));
  await acquire(lock, true);
}

function readOwner(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
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
