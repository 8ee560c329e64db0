import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { orderRouteRef } from '../../routes';
import { useTexts } from '../../translation';

/**
 * Leads to the order form. Nothing where this Backstage has no scaffolder.
 * @internal
 */
export function OrderButton(props: {
  templateRef: CompoundEntityRef;
  title: string;
  /** An order to a service that is not available only waits; it is not the thing to do. */
  isAdvisable: boolean;
}) {
  const { templateRef, title, isAdvisable } = props;
  const { t } = useTexts();
  const toForm = useRouteRef(orderRouteRef);
  if (!toForm) {
    return null;
  }
  return (
    <ButtonLink
      variant={isAdvisable ? 'primary' : 'secondary'}
      href={toForm({
        namespace: templateRef.namespace,
        templateName: templateRef.name,
      })}
      aria-label={t('promise.orderNamed', { name: title })}
    >
      {t('promise.order')}
    </ButtonLink>
  );
}
