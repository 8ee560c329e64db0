import { resolve } from 'node:path';
import { inRepository } from '../toolchain/repository.mjs';

const EXAMPLES = inRepository('examples');

/** How the sandbox of a portal is started. */
export function sandboxArgs({ port, kubeconfig, options }) {
  const { examples = [EXAMPLES] } = options;
  return [
    ...['--port', String(port), '--kubeconfig', kubeconfig],
    ...(options.state ? ['--state', resolve(options.state)] : []),
    ...(options.still ? ['--still'] : []),
    ...(options.name ? ['--name', options.name] : []),
    ...(options.empty
      ? ['--empty']
      : examples.flatMap(path => ['--examples', path])),
  ];
}

/** What a person types to start the same one again. */
export function toSandboxCommand(args) {
  return ['npm run sandbox --', ...args.map(quote)].join(' ');
}

function quote(arg) {
  return /^[\w./:=@-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
}
