import {
  EntityAutocompletePicker,
  type DefaultEntityFilters,
} from '@backstage/plugin-catalog-react';
import {
  entityAnnotations,
  phases,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePhases, useTexts } from '../../translation';
import { EntityPhaseFilter } from './EntityPhaseFilter';

type Filters = DefaultEntityFilters & { phase?: EntityPhaseFilter };

/**
 * Filter of the catalog's list by phase, in the words that every other list uses. Not there where nothing
 * in the list has a phase.
 * @public
 */
export function EntityPhasePicker() {
  const { t } = useTexts();
  const { wordOf } = usePhases();
  const toLabel = (value: string) => {
    const phase = phases.find(each => each === value);
    return phase ? wordOf(phase) : value;
  };
  return (
    <EntityAutocompletePicker<Filters, 'phase'>
      label={t('list.phase')}
      name="phase"
      path={`metadata.annotations.${entityAnnotations.phase}`}
      Filter={EntityPhaseFilter}
      filtersForAvailableValues={['kind', 'type']}
      getOptionLabel={toLabel}
      renderOption={toLabel}
    />
  );
}
