import type { JsonObject } from '@backstage/types';
import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { Problem } from '../../model';

/**
 * One node of a form under construction.
 * @internal
 */
export interface FormNode {
  readonly form: JsonObject;
  /**
   * A schema that holds when a person set something here. The form's renderer fills in empty objects and
   * lists by itself, so being there is not enough.
   */
  readonly isSet: JsonObject;
  /**
   * What must be filled in here once the object around it is used. Empty for what is always there: that
   * says it by itself.
   */
  readonly demand: JsonObject | undefined;
  /** It needs `ui:*` keys, which the form does not look for below maps. */
  readonly hasUi: boolean;
}

/**
 * Where a node stands.
 * @internal
 */
export interface FormPosition {
  readonly name: string;
  /** Like `spec.database.engine`. */
  readonly path: string;
  readonly depth: number;
  readonly isRequired: boolean;
  /**
   * The object around it is certain to be there. Elsewhere nothing is filled in: a default would bring the
   * whole optional object with it.
   */
  readonly isCertain: boolean;
  /** How many fields it may have; an editor takes the place of more. */
  readonly budget: number;
  /** It may not change, as a rule of the object around it says. */
  readonly isLocked?: boolean;
}

/**
 * One run of the builder.
 * @internal
 */
export interface FormRun {
  readonly mode: 'create' | 'update';
  /** Adds something that the form does not say, with the reason. */
  drop(problem: Problem): void;
  /** How many fields a schema comes to. */
  countFields(schema: CrdSchema): number;
  /** Whether the form may still carry this many nodes of an editor's schema. */
  takeEditorNodes(nodes: number): boolean;
  build(schema: CrdSchema, position: FormPosition): FormNode;
}
