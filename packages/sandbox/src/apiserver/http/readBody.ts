import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import type { Tags } from 'yaml';
import { isObject } from '../json/json';
import { describeJsonError } from '../json/describeJsonError';
import { findDuplicateKeys } from '../json/findDuplicateKeys';
import { decodeProtobuf } from '../protobuf/decodeProtobuf';
import {
  StatusError,
  badRequest,
  unsupportedMediaType,
} from '../status/StatusError';

/** @internal */
export async function readBody(
  req: IncomingMessage,
  maxBytes: number,
): Promise<string> {
  return (await readBytes(req, maxBytes)).toString('utf8');
}

async function readBytes(
  req: IncomingMessage,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new StatusError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${maxBytes}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const protobuf = 'application/vnd.kubernetes.protobuf';
const accepted = ['application/json', 'application/yaml', protobuf];

/** A body as a value, and the keys that it says twice. @internal */
export interface DecodedBody {
  readonly value: unknown;
  readonly duplicates: readonly string[];
}

/** The body as a value, in the encoding that the Content-Type names. @internal */
export async function readObject(
  req: IncomingMessage,
  maxBytes: number,
  about: { kind: string; isCustom?: boolean },
): Promise<DecodedBody> {
  const contentType = mediaType(req);
  if (!['', '*/*', ...accepted].includes(contentType)) {
    req.resume();
    throw unsupportedMediaType(accepted);
  }
  const bytes = await readBytes(req, maxBytes);
  if (contentType === protobuf) {
    return { value: decodeProtobuf(bytes), duplicates: [] };
  }
  const text = bytes.toString('utf8');
  const isYaml = contentType === 'application/yaml';
  const refuse = (why: string) =>
    badRequest(
      `the object provided is unrecognized (must be of type ${
        about.kind
      }): ${why} (${summarize(text)})`,
    );
  const value = isYaml ? parseYaml(text) : parseObject(text, refuse);
  const problem = findTypeProblem(value, about.isCustom === true);
  if (problem !== undefined) {
    throw refuse(problem);
  }
  return { value, duplicates: isYaml ? [] : findDuplicateKeys(text) };
}

function parseObject(text: string, refuse: (why: string) => Error): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(`${noVersion}: ${describeJsonError(text, error)}`);
  }
}

const noVersion = "couldn't get version/kind; json parse error";

/** A body must be an object; that of a custom resource must say its kind, which nobody else knows. */
function findTypeProblem(
  value: unknown,
  isCustom: boolean,
): string | undefined {
  if (!isObject(value)) {
    return `${noVersion}: json: cannot unmarshal ${goKind(
      value,
    )} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
  }
  const missing = value.kind ? 'apiVersion' : 'Kind';
  return isCustom && !(value.kind && value.apiVersion)
    ? `Object '${missing}' is missing in '${JSON.stringify(value)}'`
    : undefined;
}

function goKind(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** Source: `summarizeData` of k8s.io/apiserver/pkg/endpoints/handlers/rest.go. */
function summarize(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length === 0) {
    return '<empty>';
  }
  if (text.startsWith('{')) {
    return bytes.length > 30 ? `${text.slice(0, 30)} ...` : text;
  }
  return bytes.length > 30
    ? `${bytes.subarray(0, 30).toString('hex')} ...`
    : bytes.toString('hex');
}

/** @internal */
export function mediaType(req: IncomingMessage): string {
  return (req.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
}

/** @internal */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`error decoding patch: ${describeJsonError(text, error)}`);
  }
}

/** @internal */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, {
      maxAliasCount: 100,
      uniqueKeys: false,
      schema: 'yaml-1.1',
      customTags: tags => tags.filter(tag => !isForeignToGo(tag)),
    });
  } catch (error) {
    throw badRequest(
      `error converting YAML to JSON: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

/**
 * Kubernetes reads YAML 1.1, in which `y` is true, without the tags that JSON has no word for.
 * Source: sigs.k8s.io/yaml/goyaml.v2/resolve.go.
 */
function isForeignToGo(tag: Tags[number]): boolean {
  if (typeof tag !== 'object') {
    return ['timestamp', 'intTime', 'floatTime', 'set', 'omap'].includes(tag);
  }
  const name = tag.tag.replace('tag:yaml.org,2002:', '');
  return (
    ['timestamp', 'set', 'omap', 'pairs'].includes(name) ||
    ('format' in tag && tag.format === 'TIME')
  );
}
