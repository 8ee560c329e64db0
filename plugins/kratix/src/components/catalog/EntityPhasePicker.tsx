import {
  EntityAutocompletePicker,
  type DefaultEntityFilters,
} from '@backstage/plugin-catalog-react';
import {
  entityAnnotations,
  phases,
  phaseWord,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { EntityPhaseFilter } from './EntityPhaseFilter';

type Filters = DefaultEntityFilters & { phase?: EntityPhaseFilter };

/**
 * Filter of the catalog's list by phase, in the words that every other list uses. Not there where nothing
 * in the list has a phase.
 * @public
 */
export function EntityPhasePicker() {
  const { t } = useTexts();
  return (
    <EntityAutocompletePicker<Filters, 'phase'>
      label={t('list.phase')}
      name="phase"
      path={`metadata.annotations.${entityAnnotations.phase}`}
      Filter={EntityPhaseFilter}
      filtersForAvailableValues={['kind', 'type']}
      getOptionLabel={wordOf}
      renderOption={wordOf}
    />
  );
}

function wordOf(value: string): string {
  const phase = phases.find(each => each === value);
  return phase ? phaseWord[phase] : value;
}
