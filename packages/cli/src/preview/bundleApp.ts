import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** @internal */
export interface PreviewAssets {
  readonly script: string;
  readonly style: string;
}

/**
 * The page's own code: as it was built with this package, or in a checkout built now.
 * @internal
 */
export async function bundleApp(): Promise<PreviewAssets> {
  // Of the published package, this file and the page are in one folder (scripts/buildPreview.cjs).
  if (existsSync(path.join(__dirname, 'previewApp.js'))) {
    return readAssets(__dirname);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'kratix-portal-preview-'));
  try {
    await buildApp(path.join(__dirname, 'app', 'previewApp.tsx'), folder);
    return await readAssets(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @internal */
export async function buildApp(entry: string, folder: string): Promise<void> {
  // eslint-disable-next-line @backstage/no-undeclared-imports -- what is published is built already
  const { build } = await import('esbuild');
  await build({
    entryPoints: { previewApp: entry },
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
    plugins: [withoutNode],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.HAS_REACT_DOM_CLIENT': 'true',
      'process.env': '{}',
      global: 'globalThis',
    },
    loader: {
      '.svg': 'dataurl',
      '.png': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
      '.md': 'text',
    },
  });
}

/** Parts of the libraries that a browser has no use for, such as writing tables to files. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup(build) {
    build.onResolve({ filter: /^(node:)?(stream|fs|path|util)$/ }, args => ({
      path: args.path,
      namespace: 'without-node',
    }));
    build.onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({
      contents: 'export class Transform {} export default {};',
    }));
  },
};

async function readAssets(folder: string): Promise<PreviewAssets> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  return {
    script: await read('previewApp.js'),
    style: existsSync(path.join(folder, 'previewApp.css'))
      ? await read('previewApp.css')
      : '',
  };
}
