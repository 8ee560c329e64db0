export * from './DestinationLabelsField';
export * from './validateDestinationLabels';
