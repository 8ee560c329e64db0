import { useSearchParams } from 'react-router-dom';

/**
 * What a person set on the fleet page, kept in the address.
 * @internal
 */
export interface FleetChoice {
  readonly text: string;
  readonly reference: string;
  readonly isOnlyDrift: boolean;
}

/** @internal */
export function useFleetChoice(): {
  readonly choice: FleetChoice;
  readonly choose: (changes: Partial<FleetChoice>) => void;
} {
  const [params, setParams] = useSearchParams();
  const choice = readChoice(params);
  return {
    choice,
    choose: changes =>
      setParams(before => writeChoice({ ...readChoice(before), ...changes }), {
        replace: true,
      }),
  };
}

function readChoice(params: URLSearchParams): FleetChoice {
  return {
    text: params.get('text') ?? '',
    reference: params.get('reference') ?? '',
    isOnlyDrift: params.get('only') === 'drift',
  };
}

function writeChoice({
  text,
  reference,
  isOnlyDrift,
}: FleetChoice): URLSearchParams {
  return new URLSearchParams({
    ...(text && { text }),
    ...(reference && { reference }),
    ...(isOnlyDrift && { only: 'drift' }),
  });
}
