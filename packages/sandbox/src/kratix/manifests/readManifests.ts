import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isRecord } from '../json/read';

/**
 * The Kubernetes documents of a YAML file, or of all YAML files below a folder, in order of path. Backstage's own
 * entities, which may lie beside them, are left out.
 * @public
 */
export async function readManifests(
  location: string,
): Promise<readonly unknown[]> {
  const files = (await stat(location)).isDirectory()
    ? await listFiles(location)
    : [location];
  const documents = await Promise.all(files.map(readDocuments));
  return documents.flat().filter(isKubernetesObject);
}

async function listFiles(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
}

async function readDocuments(file: string): Promise<readonly unknown[]> {
  const parsed = parseAllDocuments(await readFile(file, 'utf8'));
  return [...parsed].map(document => {
    const [error] = document.errors;
    if (error) {
      throw new Error(`${file}: ${error.message}`, { cause: error });
    }
    return document.toJS() as unknown;
  });
}

function isKubernetesObject(document: unknown): boolean {
  return (
    isRecord(document) &&
    typeof document.apiVersion === 'string' &&
    !document.apiVersion.startsWith('backstage.io/')
  );
}
