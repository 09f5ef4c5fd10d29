/**
 * Where the names of Attune's own codes belong. `.invalid` is reserved and never leads anywhere, so nobody else can take
 * the name over, and no program looks it up.
 */
const own = 'https://attune.invalid/fhir'

/** Addresses that name what Attune writes into FHIR. They never change, because they name the same thing for good. */
export const addresses = {
  clientCode: `${own}/client-code`,
  sessionNumber: `${own}/session-number`,
  sessionStatus: `${own}/session-status`,
  modality: `${own}/modality`,
  sessionNote: `${own}/session-note`,
  rater: `${own}/rater`,
  occasion: `${own}/occasion`,
  fromPaper: `${own}/from-paper`,
  /** Of a rating in the client's own words: a goal or a problem, which of the client's it is, and which wording of it. */
  ownKind: `${own}/own-words-kind`,
  ownItem: `${own}/own-words-item`,
  ownWording: `${own}/own-words-wording`,
  questionnaire: (id: string) => `${own}/Questionnaire/${id}`,
  /** The answers of one item, as codes. */
  answers: (id: string, version: number, item: string) => `${own}/answers/${id}/${version}/${item}`,
  /** The scales of one instrument, as codes. */
  scales: (id: string, version: number) => `${own}/scales/${id}/${version}`,
  /** The words to pick in one instrument, as codes. */
  words: (id: string, version: number) => `${own}/words/${id}/${version}`,
} as const

const core = 'http://hl7.org/fhir/StructureDefinition'

/** Extensions of FHIR itself that Attune writes. */
export const coreExtensions = {
  ordinalValue: `${core}/ordinalValue`,
  minValue: `${core}/minValue`,
  maxValue: `${core}/maxValue`,
  itemControl: `${core}/questionnaire-itemControl`,
  dataAbsentReason: `${core}/data-absent-reason`,
} as const

/** Code systems of HL7 that Attune uses. */
export const coreSystems = {
  act: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  reason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  itemControl: 'http://hl7.org/fhir/questionnaire-item-control',
  units: 'http://unitsofmeasure.org',
} as const

/** The link ids of what a form holds besides its items; ids of items have no colon. */
export const extraLinkIds = { words: 'attune:words', comment: 'attune:comment' } as const

/** Why an answer is missing, by FHIR's own code for it. */
export const absentReasons = {
  skipped: 'asked-declined',
  stopped: 'unknown',
  'not-asked': 'not-asked',
} as const
