import type { KubeObject } from '../cluster';
import { cloneJson } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';

/** The stored object as a client of this version sees it. @internal */
export function presentObject(
  stored: KubeObject,
  type: ResourceType,
): KubeObject {
  if (type.convert) {
    return type.convert.fromStored(stored);
  }
  const apiVersion = apiVersionOf(type);
  return stored.apiVersion === apiVersion ? stored : { ...stored, apiVersion };
}

/** The way back: a copy in the form in which the resource is stored. @internal */
export function storedForm(object: KubeObject, type: ResourceType): KubeObject {
  if (type.convert) {
    return cloneJson(type.convert.toStored(object));
  }
  object.apiVersion = apiVersionOf({
    group: type.group,
    version: type.storageVersion,
  });
  return object;
}
