import { readFileSync, readdirSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';

/** The folder of a package of this repository, and of all of them that it is made of. */
export function listWorkspacesOf(folder) {
  const manifests = readManifests();
  const found = new Set();
  const visit = path => {
    if (found.has(path)) {
      return;
    }
    found.add(path);
    Object.keys(manifests.get(path).dependencies ?? {})
      .flatMap(name => [...manifests].filter(([, m]) => m.name === name))
      .forEach(([dependency]) => visit(dependency));
  };
  visit(folder);
  return [...found];
}

function readManifests() {
  const folders = ['packages', 'plugins'].flatMap(parent =>
    readdirSync(inRepository(parent)).map(name => `${parent}/${name}`),
  );
  return new Map(
    folders.map(folder => [
      folder,
      JSON.parse(readFileSync(inRepository(folder, 'package.json'), 'utf8')),
    ]),
  );
}
