/**
 * What changed of one field of an API, and what it means for requests.
 * @internal
 */
export const schemaWordings = {
  judgedNow: '{{path}} is now judged; until now it was kept whatever it held.',
  judgedNoLonger:
    '{{path}} is no longer described, and kept whatever it holds.',
  gone: '{{path}} is gone; what requests say there is dropped.',
  keysGone: "{{path}} no longer takes keys of one's own; they are dropped.",
  keysNew: "{{path}} now takes keys of one's own.",
  newWatchedDefault:
    '{{path}} is new; requests get {{value}}, which the rules above it may refuse.',
  newDefault: '{{path}} is new; requests that leave it out get {{value}}.',
  newRequired: '{{path}} is new and required, without a default.',
  newOptional: '{{path}} is new and may be left out.',
  requiredAnswered:
    '{{path}} is now required; its default answers where a request leaves it out.',
  requiredUnanswered:
    '{{path}} is required and no longer has a default; requests that leave it out are refused.',
  required: '{{path}} is now required; requests that leave it out are refused.',
  optional: '{{path}} may now be left out.',
  defaultAdded: '{{path}} is now {{after}} where a request leaves it out.',
  defaultRemoved:
    '{{path}} is no longer {{before}} where a request leaves it out.',
  defaultChanged:
    '{{path}} is now {{after}} instead of {{before}} where a request leaves it out.',
  defaultChangedIn:
    '{{path}} has another default where a request leaves it out: {{differences}}.',
  becameAs: '{{path}} is {{after}} instead of {{before}}',
  cameAs: '{{path}} is {{after}}',
  wentAs: '{{path}} is no longer {{before}}',
  enumGone: '{{path}} is no longer limited to listed values.',
  enumNew: '{{path}} must now be {{values}}.',
  enumLess: '{{path}} no longer takes {{values}}.',
  enumMore: '{{path}} takes {{values}} too.',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  boundNow: '{{path}} must now {{bound}}.',
  boundChanged: '{{path}} must now {{bound}} (was {{before}}).',
  boundGone: '{{path}} no longer has to {{bound}}.',
  minimum: 'be at least {{value}}',
  maximum: 'be at most {{value}}',
  minLength: 'have a length of at least {{value}}',
  maxLength: 'have a length of at most {{value}}',
  minItems: 'have an entry count of at least {{value}}',
  maxItems: 'have an entry count of at most {{value}}',
  minProperties: 'have a field count of at least {{value}}',
  maxProperties: 'have a field count of at most {{value}}',
  exclusive: '{{value}}, not equal',
  multipleGone: '{{path}} no longer has to be a multiple of {{value}}.',
  multipleNow: '{{path}} must now be a multiple of {{value}}.',
  onceOnly: '{{path}} may no longer hold the same entry twice.',
  twiceToo: '{{path}} may now hold the same entry twice.',
  nullNow: '{{path}} may now be null.',
  nullIsDefault: '{{path}} may no longer be null; null becomes the default.',
  nullNoLonger:
    '{{path}} may no longer be null; null is dropped, or refused in a list.',
  patternGone: '{{path}} no longer has to match {{before}}.',
  patternNew: '{{path}} must now match {{after}}.',
  patternWider:
    '{{path}} may now match {{after}} too, and not only {{before}}.',
  patternChanged: '{{path}} must now match {{after}} instead of {{before}}.',
  formatGone: '{{path}} no longer has to have the format {{format}}.',
  formatNow: '{{path}} must now have the format {{format}}.',
  ruleNew: '{{path}} has a new rule: {{rule}}',
  ruleRewritten:
    '{{path}} is asked in another way, and may be refused, by the rule: {{rule}}',
  ruleGone: '{{path}} no longer has the rule: {{rule}}',
  changesLimited: 'Changes of {{path}} are now limited: {{rule}}',
  demandsGone: '{{path}} no longer has the demands of {{keyword}}.',
  demandsWider:
    '{{path}} has other demands ({{keyword}}) and takes at least what it took.',
  demandsChanged:
    '{{path}} has other demands ({{keyword}}); values of today may be refused.',
  alternativesGone: '{{path}} no longer has the alternatives of {{keyword}}.',
  alternativesWider:
    '{{path}} has other alternatives ({{keyword}}) and takes at least what it took.',
  alternativesChanged:
    '{{path}} has other alternatives ({{keyword}}); values of today may be refused.',
  excludesNoLonger: '{{path}} no longer excludes what "not" named.',
  excludesOthers: '{{path}} now excludes other values (not).',
  listFree:
    '{{path}} may now hold the same entry twice, and is replaced as a whole by server-side apply.',
  listKeys: '{{path}} may no longer hold two entries with the same {{keys}}.',
  listValues: '{{path}} may no longer hold two entries with the same value.',
  mergedWhole: '{{path}} is now merged as one by server-side apply.',
  mergedByField: '{{path}} is now merged as its fields by server-side apply.',
  text: '{{path}} is described in other words.',
  texts_one: '{{count}} field is described in other words: {{fields}}.',
  texts_other: '{{count}} fields are described in other words: {{fields}}.',
  wholeRequest: 'the request itself',
  form: '{{path}} is shown in another way in the form.',
  unknownKept: '{{path}} now keeps fields that the API does not name.',
  unknownDropped:
    '{{path}} no longer keeps fields that the API does not name; they are dropped.',
  wholeObject:
    '{{path}} must now be a whole Kubernetes object, with apiVersion and kind.',
  noObject:
    '{{path}} is no longer a Kubernetes object; its apiVersion, kind and metadata may be dropped.',
  typeNarrower:
    '{{path}} was {{before}} and is now {{after}}; values of today are refused or lose their fields.',
  typeWithoutDefaults:
    '{{path}} was {{before}} and is now {{after}}, without the defaults inside it.',
  typeWider:
    '{{path}} was {{before}} and is now {{after}}, which takes the same values.',
} as const;

/**
 * What a field holds.
 * @internal
 */
export const typeWordings = {
  any: 'anything',
  array: 'a list',
  boolean: 'true or false',
  intOrString: 'an integer or text',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  string: 'text',
  other: 'something else',
} as const;
