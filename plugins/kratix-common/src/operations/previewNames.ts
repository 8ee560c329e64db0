/**
 * Finds the name under which Kratix runs a preview: `kratix-dry-run-<DryRun>` and five hex digits, and the
 * DryRun of a component likewise made from its parent's name (internal/controller/dryrun_controller.go,
 * lib/objectutil/name.go `GenerateDeterministicObjectName` at ae170e22).
 * @internal
 */
export function namePattern(of: {
  readonly preview: string;
  readonly component?: { readonly promise: string; readonly name: string };
}): RegExp {
  const { preview, component } = of;
  const dryRun = component
    ? objectName(`${preview}-${component.promise}-${component.name}`)
    : preview;
  const name = objectName(`kratix-dry-run-${dryRun}`);
  const source = [...name]
    .map(sign => (sign === HEX ? '[0-9a-f]' : sign.replace(/[.\\]/, '\\$&')))
    .join('');
  return new RegExp(source, 'g');
}

/** Stands for one digit of a hash; no name of an object holds it. */
const HEX = '#';

function objectName(base: string): string {
  const cut = base.length > 57 ? base.slice(0, 56) : base;
  return `${cut.replace(/[^a-z0-9#]+$/, '')}-${HEX.repeat(5)}`;
}
