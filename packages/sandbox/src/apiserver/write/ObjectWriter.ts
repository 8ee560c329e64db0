import type { Clock } from '../clock';
import type { KubeObject, ObjectKey } from '../cluster';
import { cloneJson, equalJson } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import type { TypeRegistry } from '../registry/TypeRegistry';
import { trackUpdate } from '../managedfields/trackUpdate';
import { alreadyExists, badRequest, notFound } from '../status/StatusError';
import type { ObjectStore } from '../storage/ObjectStore';
import type { Admission } from './Admission';
import { checkIdentity } from './checkIdentity';
import { countGeneration } from './countGeneration';
import { decodeObject } from './decodeObject';
import { presentObject, storedForm } from './presentObject';
import { keepServerFields } from './keepServerFields';
import { placeObject } from './placeObject';
import { startLife } from './startLife';
import { validateObject } from './validateObject';
import { warnOfFinalizers } from './warnOfFinalizers';
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
 * Order as in the API server: decode, default, validate, admit, store. @internal
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
    const now = timestamp(clock.now());
    placeObject(decoded, type, { namespace, store });
    startLife(decoded, type, request, now);
    this.#track(undefined, decoded, type, { ...request, now });
    const object = storedForm(decoded, type);
    type.prepare?.(object, undefined, now);
    this.#check(object, undefined, type, request);
    if (store.get(type.storageKey, object.metadata)) {
      throw alreadyExists(type, object.metadata.name);
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
    const decoded = decodeObject(
      produced,
      type,
      withPatchText(request, produced),
    );
    checkIdentity(decoded, previous, type, request);
    const now = timestamp(clock.now());
    const before = presentObject(previous, type);
    keepServerFields(decoded, before, type, request);
    this.#track(before, decoded, type, { ...request, now });
    const next = storedForm(decoded, type);
    if (request.subresource !== 'status') {
      type.prepare?.(next, previous, now);
    }
    countGeneration(next, previous, type);
    if (isSame(next, previous)) {
      this.#admit(next, previous, type, request);
    } else {
      this.#check(next, previous, type, request);
    }
    if (equalJson(next, previous)) {
      return presentObject(previous, type);
    }
    return presentObject(this.#store(next, type, request), type);
  }

  /** Before the server adds anything of its own, which nobody owns; in the form the client knows. */
  #track(
    previous: KubeObject | undefined,
    next: KubeObject,
    type: ResourceType,
    facts: WriteRequest & { now: string },
  ): void {
    if (!facts.managesFields) {
      trackUpdate(previous, next, {
        ...facts,
        apiVersion: apiVersionOf(type),
        schema: type.schema,
      });
    }
  }

  #store(
    next: KubeObject,
    type: ResourceType,
    request: WriteRequest,
  ): KubeObject {
    if (request.dryRun) {
      return next;
    }
    const { store } = this.#parts;
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

  #check(
    object: KubeObject,
    previous: KubeObject | undefined,
    type: ResourceType,
    request: WriteRequest,
  ): void {
    validateObject(object, previous, this.#storedType(type));
    if (type.isCustom) {
      warnOfFinalizers(object, previous, request.warn);
    }
    this.#admit(object, previous, type, request);
  }

  #admit(
    object: KubeObject,
    previous: KubeObject | undefined,
    type: ResourceType,
    request: WriteRequest,
  ): void {
    const objects = { object, previous };
    if (this.#parts.admission.admit(type, request, objects).changed) {
      validateObject(object, previous, this.#storedType(type));
    }
  }

  /** Where versions differ in more than their name, rules are those of the stored one. */
  #storedType(type: ResourceType): ResourceType {
    return type.convert
      ? this.#parts.registry.storageType(type.storageKey) ?? type
      : type;
  }
}

function withPatchText(request: WriteRequest, patched: unknown): WriteRequest {
  const { patchText } = request;
  return typeof patchText === 'function'
    ? { ...request, patchText: patchText(patched) }
    : request;
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
