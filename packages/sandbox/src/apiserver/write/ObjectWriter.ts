import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { KubeObject, ObjectKey } from '../cluster';
import { cloneJson, equalJson } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import type { TypeRegistry } from '../registry/TypeRegistry';
import { trackUpdate } from '../managedfields/trackUpdate';
import {
  alreadyExists,
  badRequest,
  conflict,
  forbidden,
  invalid,
  notFound,
} from '../status/StatusError';
import type { ObjectStore } from '../storage/ObjectStore';
import type { Admission } from './Admission';
import { decodeObject } from './decodeObject';
import { presentObject, storedForm } from './presentObject';
import { keepServerFields } from './keepServerFields';
import { validateObject } from './validateObject';
import type { WriteRequest } from './WriteRequest';
import { timestamp } from './timestamp';

/** @internal */
export interface WriterParts {
  readonly clock: Clock;
  readonly store: ObjectStore;
  readonly registry: TypeRegistry;
  readonly admission: Admission;
}

/**
 * Creates and updates objects: the one road to the store, for the HTTP door and in-process writers alike.
 * Order as in the API server: decode, default, validate, admit, store.
 * @internal
 */
export class ObjectWriter {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  create(
    type: ResourceType,
    input: unknown,
    request: WriteRequest,
    namespace?: string,
  ): KubeObject {
    const { store, clock } = this.#parts;
    const decoded = decodeObject(input, type, request);
    if (decoded.metadata.resourceVersion) {
      throw badRequest(
        'resourceVersion should not be set on objects to be created',
      );
    }
    const object = storedForm(decoded, type);
    this.#place(object, type, namespace);
    const now = timestamp(clock.now());
    startLife(object, type, request, now);
    type.prepare?.(object, undefined, now);
    this.#check(object, undefined, type, request);
    if (store.get(type.storageKey, object.metadata)) {
      throw alreadyExists(type, object.metadata.name);
    }
    if (!request.managesFields) {
      trackUpdate(undefined, object, {
        ...request,
        apiVersion: apiVersionOf(type),
        now,
        schema: type.schema,
      });
    }
    if (request.dryRun) {
      return presentObject(object, type);
    }
    return presentObject(store.put(type.storageKey, object), type);
  }

  /** `produce` gets a copy of the current object, in the version of `type`, and returns the wanted one. */
  update(
    type: ResourceType,
    key: ObjectKey,
    produce: (current: KubeObject) => unknown,
    request: WriteRequest,
  ): KubeObject {
    const { store, clock } = this.#parts;
    const previous = store.get(type.storageKey, key);
    if (!previous) {
      throw notFound(type, key.name);
    }
    const produced = produce(cloneJson(presentObject(previous, type)));
    const decoded = decodeObject(produced, type, request);
    checkIdentity(decoded, previous, type, request);
    const next = storedForm(decoded, type);
    keepServerFields(next, previous, type, request);
    const now = timestamp(clock.now());
    if (request.subresource !== 'status') {
      type.prepare?.(next, previous, now);
    }
    countGeneration(next, previous, type);
    if (!isSame(next, previous)) {
      this.#check(next, previous, type, request);
    }
    if (!request.managesFields) {
      trackUpdate(previous, next, {
        ...request,
        apiVersion: apiVersionOf(type),
        now,
        schema: type.schema,
      });
    }
    if (equalJson(next, previous)) {
      return presentObject(previous, type);
    }
    return presentObject(this.#store(next, type, request), type);
  }

  #store(
    next: KubeObject,
    type: ResourceType,
    request: WriteRequest,
  ): KubeObject {
    const { store } = this.#parts;
    if (request.dryRun) {
      return next;
    }
    const { deletionTimestamp, finalizers } = next.metadata;
    const isFinished =
      deletionTimestamp !== undefined &&
      (finalizers ?? []).length === 0 &&
      !hasNamespaceFinalizer(next);
    const stored = store.put(type.storageKey, next);
    return isFinished
      ? store.remove(type.storageKey, next.metadata) ?? stored
      : stored;
  }

  #place(
    object: KubeObject,
    type: ResourceType,
    namespace: string | undefined,
  ): void {
    const { metadata } = object;
    if (!type.isNamespaced) {
      delete metadata.namespace;
    } else {
      if (
        namespace !== undefined &&
        metadata.namespace &&
        metadata.namespace !== namespace
      ) {
        throw badRequest(
          'the namespace of the provided object does not match the namespace sent on the request',
        );
      }
      metadata.namespace = namespace ?? metadata.namespace ?? 'default';
      this.#checkNamespace(metadata.namespace, object, type);
    }
    if (!metadata.name && metadata.generateName) {
      metadata.name = `${metadata.generateName.slice(0, 58)}${randomSuffix()}`;
    }
    if (!metadata.name) {
      throw invalid(type, '', [
        {
          type: 'Required',
          field: 'metadata.name',
          detail: 'name or generateName is required',
        },
      ]);
    }
  }

  #checkNamespace(
    namespace: string,
    object: KubeObject,
    type: ResourceType,
  ): void {
    const found = this.#parts.store.get('/namespaces', { name: namespace });
    if (!found) {
      throw notFound({ group: '', resource: 'namespaces' }, namespace);
    }
    if (found.metadata.deletionTimestamp) {
      throw forbidden(
        type,
        object.metadata.name ?? '',
        `unable to create new content in namespace ${namespace} because it is being terminated`,
        [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${namespace} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      );
    }
  }

  #check(
    object: KubeObject,
    previous: KubeObject | undefined,
    type: ResourceType,
    request: WriteRequest,
  ): void {
    const checked = this.#storedType(type);
    validateObject(object, previous, checked);
    const hooked = this.#parts.admission.review(type, {
      operation: previous ? 'UPDATE' : 'CREATE',
      object,
      previous,
      dryRun: request.dryRun,
    });
    if (hooked.changed) {
      validateObject(object, previous, checked);
    }
  }

  /** Where versions differ in more than their name, rules are those of the stored one. */
  #storedType(type: ResourceType): ResourceType {
    return type.convert
      ? this.#parts.registry.storageType(type.storageKey) ?? type
      : type;
  }
}

function startLife(
  object: KubeObject,
  type: ResourceType,
  request: WriteRequest,
  now: string,
): void {
  const { metadata } = object;
  metadata.uid = randomUUID();
  metadata.creationTimestamp = now;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  if (!request.managesFields) {
    delete metadata.managedFields;
  }
  delete metadata.generation;
  if (type.tracksGeneration) {
    metadata.generation = 1;
  }
  if (type.hasStatus) {
    delete object.status;
  }
}

function checkIdentity(
  wanted: KubeObject,
  previous: KubeObject,
  type: ResourceType,
  request: WriteRequest,
): void {
  const { name, namespace, uid, resourceVersion } = wanted.metadata;
  const actual = previous.metadata;
  if (name !== undefined && name !== actual.name) {
    throw badRequest(
      `the name of the object (${name}) does not match the name on the URL (${actual.name})`,
    );
  }
  if (namespace && namespace !== actual.namespace && type.isNamespaced) {
    throw badRequest(
      `the namespace of the object (${namespace}) does not match the namespace on the URL (${actual.namespace})`,
    );
  }
  if (uid && uid !== actual.uid) {
    throw conflict(
      type,
      actual.name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${actual.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== actual.resourceVersion) {
    throw conflict(type, actual.name);
  }
  if (!resourceVersion && type.isCustom && !request.isUnconditional) {
    throw invalid(type, actual.name, [
      {
        type: 'Invalid',
        field: 'metadata.resourceVersion',
        value: 0,
        detail: 'must be specified for an update',
      },
    ]);
  }
}

function countGeneration(
  next: KubeObject,
  previous: KubeObject,
  type: ResourceType,
): void {
  if (!type.tracksGeneration) {
    return;
  }
  const before = previous.metadata.generation ?? 1;
  const isChanged = !equalJson(
    { ...next, metadata: undefined, status: undefined },
    { ...previous, metadata: undefined, status: undefined },
  );
  const changesStatus =
    !type.hasStatus && !equalJson(next.status, previous.status);
  next.metadata.generation = isChanged || changesStatus ? before + 1 : before;
}

function isSame(next: KubeObject, previous: KubeObject): boolean {
  return equalJson(
    { ...next, metadata: { ...next.metadata, managedFields: undefined } },
    {
      ...previous,
      metadata: { ...previous.metadata, managedFields: undefined },
    },
  );
}

/** A namespace lives until its own `spec.finalizers` are gone. */
function hasNamespaceFinalizer(object: KubeObject): boolean {
  const spec = object.spec as { finalizers?: unknown[] } | undefined;
  return object.kind === 'Namespace' && (spec?.finalizers ?? []).length > 0;
}

const suffixAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

function randomSuffix(): string {
  return [...randomUUID().replace(/-/g, '').slice(0, 5)]
    .map(digit => suffixAlphabet[parseInt(digit, 16)])
    .join('');
}
