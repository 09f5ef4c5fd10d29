/** The limits of an instrument pack; anything larger is refused before it is parsed. */
export const packLimits = {
  /** Size of the file in bytes: a hundred times the largest questionnaire that ships. */
  bytes: 1_048_576,
  /** Levels of nested objects and lists. */
  nesting: 32,
  /** Fields of one object or entries of one list. */
  members: 2000,
  /** Values in all, including objects and lists themselves. */
  values: 20_000,
  /** Problems that are listed; the rest are counted. */
  problems: 50,
  /** Items of a FHIR Questionnaire, groups and headings counted. */
  fhirItems: 1000,
  /** Answers of one item. */
  answers: 1001,
} as const satisfies Record<string, number>
