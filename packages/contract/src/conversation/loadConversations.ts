import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Conversation, Exchange } from './Exchange';

/**
 * Every conversation of a folder, in the order of the file names: later ones build on earlier ones.
 * @public
 */
export function loadConversations(folder: string): Conversation[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => {
      const { exchanges } = parse(readFileSync(join(folder, file), 'utf8')) as {
        exchanges: Exchange[];
      };
      return { name: file.replace(/\.yaml$/, ''), exchanges };
    });
}
