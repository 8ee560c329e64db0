import type { Command } from 'commander';
import type { Terminal } from '../Terminal';
import { runPreview, type PreviewOptions } from './runPreview';

/** @internal */
export function addPreviewCommand(
  program: Command,
  terminal: Terminal,
  finish: (exitCode: number) => void,
): void {
  program
    .command('preview')
    .description(
      'show the order form of a Promise in a browser, live as its file changes',
    )
    .argument('<promise>', 'a YAML or JSON file')
    .option('--port <port>', 'where to listen on this machine; 0 is any', '0')
    .action(async (file: string, options: PreviewOptions) => {
      const ending = new AbortController();
      const end = () => ending.abort();
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
      try {
        finish(await runPreview(file, options, terminal, ending.signal));
      } finally {
        process.off('SIGINT', end);
        process.off('SIGTERM', end);
      }
    });
}
