import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A test waits for what comes, and on a machine with a lot to do that comes late.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
