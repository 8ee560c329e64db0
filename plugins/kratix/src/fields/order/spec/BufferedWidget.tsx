import { useEffect, useRef, useState, type ComponentType } from 'react';

/** Between two letters of somebody who types without haste. */
const PAUSE_MS = 250;

interface WidgetProps {
  readonly value: unknown;
  readonly onChange: (value: unknown, ...rest: unknown[]) => void;
  readonly onBlur: (...args: unknown[]) => void;
}

/**
 * A text input that shows each letter at once and tells the form after a pause, when it is left, or before
 * `Enter` sends the form: on a long page the form needs longer for one value than a letter may take.
 * @internal
 */
export function BufferedWidget<P extends WidgetProps>({
  widget: Widget,
  ...rest
}: P & { readonly widget: ComponentType<P> }) {
  const props = rest as unknown as P;
  const latest = useRef(props);
  latest.current = props;
  const [typed, setTyped] = useState<readonly unknown[]>();
  const waiting = useRef<{ args: readonly unknown[]; timer: number }>(
    undefined,
  );

  const tell = () => {
    const { current } = waiting;
    if (current) {
      window.clearTimeout(current.timer);
      waiting.current = undefined;
      const [value, ...more] = current.args;
      latest.current.onChange(value, ...more);
      // With the change of the form in one go, so that no old value shows between.
      setTyped(undefined);
    }
  };
  const latestTell = useRef(tell);
  latestTell.current = tell;
  useEffect(() => () => latestTell.current(), []);

  return (
    <span
      style={{ display: 'contents' }}
      onKeyDownCapture={event => event.key === 'Enter' && tell()}
    >
      <Widget
        {...props}
        value={typed ? typed[0] : props.value}
        onChange={(...args: unknown[]) => {
          window.clearTimeout(waiting.current?.timer);
          const timer = window.setTimeout(() => latestTell.current(), PAUSE_MS);
          waiting.current = { args, timer };
          setTyped(args);
        }}
        onBlur={(...args: unknown[]) => {
          tell();
          props.onBlur(...args);
        }}
      />
    </span>
  );
}
