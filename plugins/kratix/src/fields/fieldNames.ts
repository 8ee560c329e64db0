/**
 * Names by which a Template asks for these fields (`ui:field`).
 * @public
 */
export const kratixFieldNames = {
  requestName: 'KratixRequestName',
  namespace: 'KratixNamespace',
  yaml: 'KratixYaml',
  destinationLabels: 'KratixDestinationLabels',
  spec: 'KratixSpec',
  check: 'KratixCheck',
} as const;
