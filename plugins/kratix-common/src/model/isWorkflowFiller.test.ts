import { isWorkflowFiller } from './isWorkflowFiller';

describe('isWorkflowFiller', () => {
  it.each([
    'Pending',
    'Resource requested',
    'A Configure Pipeline has failed: second',
    'A resource/configure Pipeline has failed: second',
    'A Delete Pipeline has failed: clean-up',
  ])('knows what Kratix says by itself: %s', message => {
    expect(isWorkflowFiller(message)).toBe(true);
  });

  it.each([
    'Pending approval by the database team',
    'A Configure Pipeline has failed: second. Ask Ana.',
    'quota exceeded',
  ])('keeps what somebody wrote: %s', message => {
    expect(isWorkflowFiller(message)).toBe(false);
  });
});
