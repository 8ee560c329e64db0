import { EntityRefLink } from '@backstage/plugin-catalog-react';

/**
 * The name of something, as the way to its page where it has one in the catalog.
 * @internal
 */
export function EntityName(props: {
  entityRef: string | undefined;
  title: string;
  className?: string;
}) {
  const { entityRef, title, className } = props;
  if (!entityRef) {
    return className ? <span className={className}>{title}</span> : title;
  }
  return (
    <EntityRefLink
      entityRef={entityRef}
      title={title}
      hideIcon
      disableTooltip
      className={className}
    />
  );
}
