// Of five seconds, as Jest has it, a machine with a lot to do needs more than some tests leave.
jest.setTimeout(60_000);
