import type { ASTNode } from '@marcbachmann/cel-js';
import { sizeOf, wholeSizeOf, type CelBudget } from './CelBudget';

/**
 * Who pays for what a program does; nobody while it does not run.
 * @internal
 */
export interface CelMeter {
  budget: CelBudget | undefined;
}

/**
 * Makes every step of a program pay for itself. Our library has no limit of its own, and calls each node of its tree
 * through `evaluate`, which it replaces by a quicker one at the first call.
 *
 * @param root - not evaluated or type-checked yet
 * @internal
 */
export function meterProgram(root: ASTNode, meter: CelMeter): void {
  const seen = new Set<unknown>();
  const compared = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) {
      return;
    }
    seen.add(value);
    if (isNode(value)) {
      meterNode(value, meter, compared.has(value));
      comparedBy(value).forEach(operand => compared.add(operand));
      visit(value.args);
      visit(value.meta.alternate);
      visit(value.meta.macro);
    } else {
      Object.values(value).forEach(visit);
    }
  };
  visit(root);
}

interface Node {
  readonly op: string;
  readonly args: unknown;
  readonly meta: { readonly alternate?: unknown; readonly macro?: unknown };
  evaluate: (...values: unknown[]) => unknown;
}

function isNode(value: object): value is Node {
  return 'op' in value && 'evaluate' in value && 'meta' in value;
}

/** What an operator goes through to the bottom. */
function comparedBy({ op, args }: Node): readonly unknown[] {
  return ['==', '!=', 'in'].includes(op) && Array.isArray(args) ? args : [];
}

/** An error is made with a picture of the place, and loops go on after it. */
const COST_OF_FAILURE = 500;

/** Once for each node: what it is replaced by is called within. */
function meterNode(node: Node, meter: CelMeter, isCompared: boolean): void {
  const costOf = toCost(node, isCompared);
  let evaluate = node.evaluate;
  const metered: Node['evaluate'] = (...values) => {
    let cost = COST_OF_FAILURE;
    try {
      const result = evaluate.apply(node, values);
      cost = costOf(result);
      return result;
    } finally {
      meter.budget?.charge(cost);
    }
  };
  Object.defineProperty(node, 'evaluate', {
    get: () => metered,
    set: (quicker: Node['evaluate']) => {
      evaluate = quicker;
    },
  });
}

function toCost(
  { op }: Node,
  isCompared: boolean,
): (result: unknown) => number {
  if (isCompared) {
    return result => 1 + wholeSizeOf(result) / 4;
  }
  // What a loop gathers is handed on in each of its steps.
  return op.startsWith('accu') ? () => 1 : result => 1 + sizeOf(result) / 10;
}
