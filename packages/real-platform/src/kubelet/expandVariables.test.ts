import { expandVariables } from './expandVariables';

describe('expandVariables', () => {
  const variables = new Map([['NAME', 'value']]);

  it.each([
    ['a $(NAME) b', 'a value b'],
    ['$(UNKNOWN)', '$(UNKNOWN)'],
    ['$$(NAME)', '$(NAME)'],
    ['$NAME ${NAME}', '$NAME ${NAME}'],
  ])('turns %j into %j', (text, expanded) => {
    expect(expandVariables(text, variables)).toBe(expanded);
  });
});
