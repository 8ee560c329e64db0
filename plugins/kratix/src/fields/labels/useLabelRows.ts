import { useEffect, useRef, useState } from 'react';
import type { JsonValue } from '@backstage/types';
import {
  readLabels,
  writeLabels,
  type LabelRow,
  type LabelShape,
} from './labelShape';

/** A row, known by more than its place, so that its input keeps the focus when one above it goes. */
export interface KeyedRow extends LabelRow {
  readonly id: number;
}

/**
 * Keeps the rows of an editor and the value of a form in step: a row without a name yet is in the editor only.
 * @internal
 */
export function useLabelRows(
  formData: JsonValue | undefined,
  shape: Exclude<LabelShape, 'text'>,
  onChange: (value: JsonValue | undefined) => void,
) {
  const nextId = useRef(0);
  const withIds = (rows: readonly LabelRow[]): readonly KeyedRow[] =>
    rows.map(row => {
      nextId.current += 1;
      return { ...row, id: nextId.current };
    });
  const [rows, setRows] = useState(() =>
    withIds(readLabels(formData, shape) ?? []),
  );
  const known = useRef(JSON.stringify(formData));

  useEffect(() => {
    const text = JSON.stringify(formData);
    if (text !== known.current) {
      known.current = text;
      setRows(withIds(readLabels(formData, shape) ?? []));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [formData, shape]);

  const set = (next: readonly KeyedRow[]) => {
    const value = writeLabels(next, shape);
    known.current = JSON.stringify(value);
    setRows(next);
    onChange(value);
  };
  return {
    rows,
    add: () => setRows([...rows, ...withIds([{ key: '', value: '' }])]),
    remove: (id: number) => set(rows.filter(row => row.id !== id)),
    change: (id: number, part: Partial<LabelRow>) =>
      set(rows.map(row => (row.id === id ? { ...row, ...part } : row))),
  };
}
