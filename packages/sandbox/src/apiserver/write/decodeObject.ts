import {
  pruneUnknown,
  validateSchema,
} from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { KubeObject } from '../cluster';
import { cloneJson, isObject } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import { dropNulls } from '../schema/dropNulls';
import type { JsonSchema } from '../schema/JsonSchema';
import { structuralOf } from '../schema/structuralOf';
import { badRequest, invalid } from '../status/StatusError';
import { decodeMetadata } from './decodeMetadata';
import type { WriteRequest } from './WriteRequest';

/**
 * From what a client sent to an object of the type: known fields only, defaults filled. Wrong kinds and
 * types are 400, unknown fields are refused, reported or dropped as the client asked.
 * @internal
 */
export function decodeObject(
  input: unknown,
  type: ResourceType,
  request: WriteRequest,
): KubeObject {
  const object = readObject(input, type);
  checkType(object, type, request);
  const isForeign = object.kind !== type.kind;
  const unknown = decodeMetadata(object.metadata as never, type);
  if (type.judge && !isForeign) {
    unknown.push(...type.judge.admit(object));
  } else if (type.schema && !isForeign) {
    unknown.push(...decodeBuiltin(object, type, type.schema));
  }
  reportUnknown(unknown, type, request);
  type.defaults?.(object);
  return object;
}

function readObject(input: unknown, type: ResourceType): KubeObject {
  if (!isObject(input)) {
    throw badRequest(
      `couldn't get version/kind; json parse error: json: cannot unmarshal ${
        Array.isArray(input) ? 'array' : typeof input
      } into Go value of type struct`,
    );
  }
  const object = cloneJson(input);
  const expected = apiVersionOf(type);
  object.apiVersion ??= expected;
  object.kind ??= type.kind;
  object.metadata ??= {};
  if (!isObject(object.metadata)) {
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${
        type.kind
      }: json: cannot unmarshal ${typeof object.metadata} into Go struct field ${
        type.kind
      }.metadata of type v1.ObjectMeta`,
    );
  }
  return object as KubeObject;
}

/**
 * A foreign kind of the right version is a custom resource's own business (validateObject); of a foreign
 * version no field is known.
 */
function checkType(
  object: KubeObject,
  type: ResourceType,
  request: WriteRequest,
): void {
  const expected = apiVersionOf(type);
  if (object.apiVersion !== expected) {
    const [group] = String(object.apiVersion).split('/');
    if (type.isCustom && group === type.group && object.kind === type.kind) {
      reportUnknown(
        Object.keys(object).filter(
          key => !['apiVersion', 'kind', 'metadata'].includes(key),
        ),
        type,
        request,
      );
    }
    throw badRequest(
      `the API version in the data (${object.apiVersion}) does not match the expected API version (${expected})`,
    );
  }
  if (object.kind !== type.kind && !type.isCustom) {
    throw badRequest(
      `${object.kind} in version "${type.version}" cannot be handled as a ${type.kind}`,
    );
  }
}

/** As Go's decoder does: what a built-in type does not know is left out, and wrong types are refused. */
function decodeBuiltin(
  object: KubeObject,
  type: ResourceType,
  schema: JsonSchema,
): string[] {
  dropNulls(object, schema);
  const structural = structuralOf(schema);
  const wrong = validateSchema(object, structural, '').find(
    error => error.type === 'TypeInvalid' && error.value !== 'null',
  );
  if (wrong) {
    const expected = /of type ([^:]*)/.exec(wrong.detail ?? '')?.[1];
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${
        type.kind
      }: json: cannot unmarshal ${goName(wrong.value)} into Go struct field ${
        type.kind
      }.${wrong.field} of type ${expected}`,
    );
  }
  return pruneUnknown(object, structural, { isRoot: true });
}

/** What Go's decoder calls the type of a JSON value. */
function goName(type: unknown): string {
  return { integer: 'number', boolean: 'bool' }[String(type)] ?? String(type);
}

function reportUnknown(
  unknown: readonly string[],
  type: ResourceType,
  request: WriteRequest,
): void {
  const messages = [
    ...(request.duplicates ?? []).map(path => `duplicate field "${path}"`),
    ...unknown.map(path => `unknown field "${path}"`),
  ];
  if (messages.length === 0 || request.fieldValidation === 'Ignore') {
    return;
  }
  if (request.fieldValidation === 'Warn') {
    messages.forEach(message => request.warn(message));
    return;
  }
  const problem = `strict decoding error: ${messages.join(', ')}`;
  if (request.patchText !== undefined) {
    throw invalid({ group: '', kind: '' }, '', [
      {
        type: 'Invalid',
        field: 'patch',
        value: String(request.patchText),
        detail: problem,
      },
    ]);
  }
  throw badRequest(
    `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: ${problem}`,
  );
}
