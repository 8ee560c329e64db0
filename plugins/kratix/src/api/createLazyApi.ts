import { isError } from '@backstage/errors';
import type { ApiProblem } from './ApiProblem';

type Methods<Api> = {
  readonly [Name in keyof Api]: (...args: never[]) => Promise<unknown>;
};

/**
 * An API whose code is loaded with the first question, so that pages without Kratix do not carry it. Code
 * that does not come is a failure like any other, and the next question loads it again.
 * @internal
 */
export function createLazyApi<Api extends Methods<Api>>(
  /** All of them: a stand-in for any name would also look like a promise. */
  names: Readonly<Record<keyof Api, true>>,
  load: () => Promise<Api>,
): Api {
  const ask = async (name: string, args: readonly unknown[]) => {
    let client: Api;
    try {
      client = await load();
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      const problem: ApiProblem = { kind: 'noAnswer', message };
      return { ok: false, problem };
    }
    return Reflect.apply(Reflect.get(client, name), client, args);
  };
  const methods = Object.keys(names).map(name => [
    name,
    (...args: unknown[]) => ask(name, args),
  ]);
  // `names` holds each method of the interface, which is what the compiler cannot follow from here.
  return Object.fromEntries(methods) as Api;
}
