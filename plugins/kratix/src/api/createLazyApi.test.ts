import type { Fetched } from './ApiProblem';
import { createLazyApi } from './createLazyApi';

interface Greeter {
  greet(name: string, options?: { loud: boolean }): Promise<Fetched<string>>;
}

class PoliteGreeter implements Greeter {
  readonly #word = 'Hello';

  async greet(name: string, options?: { loud: boolean }) {
    return {
      ok: true as const,
      value: `${this.#word} ${name}${options?.loud ? '!' : ''}`,
    };
  }
}

describe('createLazyApi', () => {
  it('loads nothing before it is asked, and hands the question on as it is', async () => {
    const load = jest.fn(async () => new PoliteGreeter());
    const greeter = createLazyApi<Greeter>({ greet: true }, load);
    expect(load).not.toHaveBeenCalled();

    const answer = await greeter.greet('Ana', { loud: true });

    expect(answer).toEqual({ ok: true, value: 'Hello Ana!' });
  });

  it('answers with a problem where the code does not come, and tries again with the next question', async () => {
    const load = jest
      .fn(async () => new PoliteGreeter())
      .mockRejectedValueOnce(new Error('Loading chunk 7 failed.'));
    const greeter = createLazyApi<Greeter>({ greet: true }, load);

    const first = await greeter.greet('Ana');
    const second = await greeter.greet('Ana');

    expect(first).toEqual({
      ok: false,
      problem: { kind: 'noAnswer', message: 'Loading chunk 7 failed.' },
    });
    expect(second).toEqual({ ok: true, value: 'Hello Ana' });
  });

  it('rejects as what it stands for does', async () => {
    const greeter = createLazyApi<Greeter>({ greet: true }, async () => ({
      greet: () => Promise.reject(new Error('Gave up')),
    }));

    await expect(greeter.greet('Ana')).rejects.toThrow('Gave up');
  });

  it('is no promise, so that it can be awaited', async () => {
    const greeter = createLazyApi<Greeter>(
      { greet: true },
      async () => new PoliteGreeter(),
    );

    expect(await greeter).toBe(greeter);
  });
});
