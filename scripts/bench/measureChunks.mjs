import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const OURS = /plugins\/(kratix(?:-common)?\/(?:src\/[^?]+|package\.json))/;
const LAZY = /\bimport\(\s*['"](\.[^'"]+)['"]\s*,?\s*\)/g;
// All that the initial bundle may hold: names, paths, and what makes an extension of something that is loaded later.
// A token of the person's own goes with every request, also of other plugins: what brings it is there from the start.
const MANIFEST = [
  /^kratix\/package\.json$/,
  /^kratix\/src\/(index|plugin|alpha|routes)\.tsx?$/,
  /^kratix\/src\/extensions\//,
  /^kratix\/src\/api\/(\w+Api|apiFactories|createLazyApi|ConfiguredUserToken)\.ts$/,
  /^kratix\/src\/userToken\//,
  /^kratix\/src\/fields\/fieldNames\.ts$/,
  /^kratix\/src\/translation\/(kratix\w+Ref|menuMessages)\.ts$/,
  /^kratix-common\/src\/(names\/keys|contracts\/actions)\.ts$/,
];

/**
 * Which chunks of the built app hold something of the suite, how much a browser
 * loads for them, and whether anything but the manifest is loaded at the start.
 * Reads what the bundler wrote, source maps included.
 */
export function measureChunks(dist) {
  const folder = `${dist}/static`;
  if (!existsSync(`${dist}/index.html`)) {
    throw new Error(`There is no built app in ${dist}.`);
  }
  const initial = findInitial(readFileSync(`${dist}/index.html`, 'utf8'));
  const chunks = readdirSync(folder)
    .filter(name => name.endsWith('.js.map'))
    .map(name => ({
      file: name.slice(0, -'.map'.length),
      sources: readSources(readFileSync(`${folder}/${name}`, 'utf8')),
    }))
    .filter(({ sources }) => sources.size > 0);
  return describeChunks(chunks, {
    initial,
    sizeOf: file => gzipSync(readFileSync(`${folder}/${file}`)).length,
  });
}

/** The scripts that every page loads. */
export function findInitial(html) {
  return new Set(
    [...html.matchAll(/<script[^>]* src="[^"]*\/static\/([^"]+)"/g)].map(
      ([, file]) => file,
    ),
  );
}

/** Our own modules in a source map, with their text. */
export function readSources(text) {
  const { sources, sourcesContent = [] } = JSON.parse(text);
  return new Map(
    sources.flatMap((source, index) => {
      const [, path] = OURS.exec(source) ?? [];
      return path ? [[path, sourcesContent[index] ?? '']] : [];
    }),
  );
}

/** By what each chunk is loaded for; sizes in kB (1,000 bytes), compressed. */
export function describeChunks(chunks, { initial, sizeOf }) {
  const lazy = new Set(chunks.flatMap(({ sources }) => findLazy(sources)));
  const described = chunks.map(({ file, sources }) => {
    const own = [...sources.keys()];
    const isInitial = initial.has(file);
    const early = own.filter(path => !MANIFEST.some(part => part.test(path)));
    return [
      isInitial ? idOf(file) : nameOf(file, own, lazy),
      {
        file,
        gzipKb: Number((sizeOf(file) / 1000).toFixed(1)),
        modules: own.length,
        ...(isInitial && { isInitial, beyondManifest: early }),
      },
    ];
  });
  return Object.fromEntries(described.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function findLazy(sources) {
  return [...sources].flatMap(([path, text]) =>
    [...text.matchAll(LAZY)].map(([, target]) =>
      posix.join(posix.dirname(path), target),
    ),
  );
}

/** After the lazy module that it holds, or whose folder it holds most of; the bundler melts index files away. */
function nameOf(file, own, lazy) {
  const id = idOf(file);
  const paths = own.map(path => path.replace(/(\/index)?\.tsx?$/, ''));
  const share = target =>
    paths.filter(path => path === target || path.startsWith(`${target}/`))
      .length;
  const [best] = [...lazy]
    .map(target => ({ target, count: share(target) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return best ? `${posix.basename(best.target)}-${id}` : id;
}

function idOf(file) {
  return file.split('.')[0];
}
