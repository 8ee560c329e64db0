// Kills what the real platform started when the process that started it is gone.
//
// The platform writes `add <process group>`, `drop <process group>` and
// `folder <path>` to our standard input. When that pipe closes, however the
// writer died, every group that is still listed is killed and the folder is
// removed. Plain JavaScript, because it must start fast and needs no transform.
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const groups = new Set();
const folders = new Set();

const signalAll = signal => {
  for (const group of groups) {
    try {
      process.kill(-group, signal);
    } catch {
      groups.delete(group);
    }
  }
};

// The terminal sends these to the whole foreground group; the pipe decides, not they.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, ...rest] = line.split(' ');
  const argument = rest.join(' ');
  if (verb === 'add') groups.add(Number(argument));
  if (verb === 'drop') groups.delete(Number(argument));
  if (verb === 'folder') folders.add(argument);
}

signalAll('SIGTERM');
for (let waitedMs = 0; groups.size > 0 && waitedMs < 3000; waitedMs += 100) {
  await sleep(100);
  signalAll(0);
}
signalAll('SIGKILL');
for (const folder of folders) {
  await rm(folder, { recursive: true, force: true });
}
