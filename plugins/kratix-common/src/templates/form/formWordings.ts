/**
 * What a form cannot show, so that only the platform judges it. `{{path}}` is a field, like `spec.size`.
 * @internal
 */
export const formWordings = {
  tooLarge: '{{path}} is edited as YAML, because the form would be too large.',
  unusableName: '{{path}} has a name that no form field can have.',
  unknownFields:
    '{{path}} takes fields beyond those in its schema; the form shows only those in its schema.',
  unusedHints:
    '{{path}}: x-kratix-portal has hints that are not used: {{hints}}.',
  leftToPlatform:
    '{{path}}: {{what}} is checked by the platform, not by the form.',
  severalValues: 'a rule over several values',
  noEntryTwice: 'that no entry is there twice',
  fieldCount: 'how many fields it may have',
  writtenAsYaml: 'what is written as YAML',
  suchName: 'what has such a name',
  numberBound: 'a bound of its number',
  pattern: 'its pattern',
  allowedValues: 'the list of allowed values',
  format: 'that it has the format "{{format}}"',
} as const;
