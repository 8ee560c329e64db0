// Jest's default of 5 s is too short for some tests on a busy machine.
jest.setTimeout(60_000);
