import { relative } from 'node:path';

/** What to do next, once everything answers. */
export function printWelcome({ portal, sandboxes }) {
  const short = path => relative(process.cwd(), path) || path;
  const lines = [
    ['Portal', `${portal.url}   (sign in as guest: Enter)`],
    ...sandboxes.flatMap(sandbox => describeSandbox(sandbox, short)),
    ['Log', short(portal.log)],
  ];
  console.log('');
  for (const [name, value] of lines) {
    console.log(`  ${name.padEnd(12)}${value}`);
  }
  console.log('\n  Ctrl-C stops everything.\n');
}

function describeSandbox(sandbox, short) {
  const file = short(sandbox.kubeconfig);
  return [
    [
      'Platform',
      `${sandbox.name ?? 'a sandbox'} on ${sandbox.url}; nothing in it is real`,
    ],
    ['Kubeconfig', file],
    ['', `kubectl --kubeconfig ${file} get promises`],
  ];
}
