/**
 * Gives CEL one more function: its signature (`string.find(string): string`), and what it does.
 * @internal
 */
export type AddFunction = (
  signature: string,
  handler: (...values: never[]) => unknown,
) => void;
