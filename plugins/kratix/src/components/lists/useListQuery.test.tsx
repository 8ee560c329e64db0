import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useListQuery, type Choose } from './useListQuery';

/** A list to which somebody came from elsewhere. */
function setUp(address = '/list') {
  const { result } = renderHook(
    () => {
      const { pathname, search } = useLocation();
      return {
        ...useListQuery(),
        address: `${pathname}${search}`,
        navigate: useNavigate(),
      };
    },
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <MemoryRouter initialEntries={['/before', address]} initialIndex={1}>
          {children}
        </MemoryRouter>
      ),
    },
  );
  return {
    result,
    choose: (...change: Parameters<Choose>) =>
      act(() => result.current.choose(...change)),
    back: () => act(() => result.current.navigate(-1)),
  };
}

describe('useListQuery', () => {
  it('goes back from page to page, then to where one came from', () => {
    const { result, choose, back } = setUp();

    choose({ offset: 20 });
    choose({ offset: 40 });
    expect(result.current.address).toBe('/list?offset=40');

    back();
    expect(result.current.address).toBe('/list?offset=20');
    back();
    expect(result.current.address).toBe('/list');
    back();
    expect(result.current.address).toBe('/before');
  });

  it('makes one step of a word, however often somebody pauses in it', () => {
    const { result, choose, back } = setUp();

    for (const text of ['l', 'led', 'ledger']) {
      choose({ text }, 'typing');
    }
    expect(result.current.address).toBe('/list?text=ledger');

    back();
    expect(result.current.address).toBe('/list');
  });

  it('keeps the page on which somebody began to type', () => {
    const { result, choose, back } = setUp();

    choose({ text: 'ledger' }, 'typing');
    choose({ offset: 20 });
    choose({ text: 'ledgers' }, 'typing');
    expect(result.current.address).toBe('/list?text=ledgers');

    back();
    expect(result.current.address).toBe('/list?text=ledger&offset=20');
  });

  it('makes no step of a correction', () => {
    const { result, choose, back } = setUp('/list?offset=980');

    choose({ offset: 40 }, 'correction');
    expect(result.current.address).toBe('/list?offset=40');

    back();
    expect(result.current.address).toBe('/before');
  });

  it('makes no step of what is chosen already', () => {
    const { result, choose, back } = setUp('/list?text=ledger&phase=Failed');

    choose({ text: 'ledger' }, 'typing');
    choose({ phase: ['Failed'] });

    back();
    expect(result.current.address).toBe('/before');
  });

  it('leaves alone what others keep in the address', () => {
    const { result, choose } = setUp('/list?tab=all');

    choose({ phase: ['Failed'] });

    expect(result.current.address).toBe('/list?tab=all&phase=Failed');
  });
});
