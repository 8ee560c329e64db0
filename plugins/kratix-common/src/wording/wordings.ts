import {
  deliveryWordings,
  deliveryWordWordings,
} from '../delivery/deliveryWordings';
import {
  impactPromiseWordings,
  impactWordings,
} from '../impact/impactWordings';
import { schemaWordings, typeWordings } from '../impact/schema/schemaWordings';
import { annotationWordings, problemWordings } from '../model/problemWordings';
import { rolloutWordings } from '../rollout/rolloutWordings';
import { formWordings } from '../templates/form/formWordings';
import { operationWordings } from '../operations/operationWordings';
import { refusalWordings } from '../operations/refusalWordings';

/**
 * Every text that is both shown in pages and written elsewhere (logs, the catalog, pull requests, the CLI,
 * agents), once. `toEnglish` writes it in English, and the pages take it as the default of their translation
 * (keys of a page: `said.operation.paused`). A name in braces is a parameter. A text with `{{count}}` that
 * says something else of one has two forms, `_one` and `_other`, and is asked for without that ending.
 * @public
 */
export const wordings = {
  annotation: annotationWordings,
  delivery: deliveryWordings,
  deliveryWord: deliveryWordWordings,
  form: formWordings,
  impact: impactWordings,
  impactPromise: impactPromiseWordings,
  operation: operationWordings,
  problem: problemWordings,
  refusal: refusalWordings,
  rollout: rolloutWordings,
  schema: schemaWordings,
  type: typeWordings,
} as const;
