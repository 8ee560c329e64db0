import { useState, type ReactNode } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { useTexts } from '../../translation';

/**
 * What only a few need, one click away. Its content is made when it is opened.
 * @internal
 */
export function Details({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const [isExpanded, setIsExpanded] = useState(false);
  return (
    <Accordion isExpanded={isExpanded} onExpandedChange={setIsExpanded}>
      <AccordionTrigger title={t('common.details')} />
      <AccordionPanel>{isExpanded && children}</AccordionPanel>
    </Accordion>
  );
}
