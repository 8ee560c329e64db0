import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The defaults of the testing library (1 s) and of Jest (5 s) are too short for some tests on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
