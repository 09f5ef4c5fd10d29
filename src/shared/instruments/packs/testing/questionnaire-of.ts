import type { Instrument } from '../../instrument.ts'

const scoreExtension = {
  ordinalValue: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  itemWeight: 'http://hl7.org/fhir/StructureDefinition/itemWeight',
} as const

/** A test option; any field may be replaced with invalid values. */
export interface BuiltOption {
  valueCoding: Record<string, unknown>
  extension?: unknown[]
  [field: string]: unknown
}

/** A test item; any field may be replaced with invalid values. */
export interface BuiltItem {
  linkId: string
  type: string
  text?: string
  item?: BuiltItem[]
  answerOption?: BuiltOption[]
  [field: string]: unknown
}

/** A test Questionnaire. */
export interface BuiltQuestionnaire {
  resourceType: string
  item: BuiltItem[]
  [field: string]: unknown
}

/** Where the score of an answer is: on the option or on its coding, in the older or the newer extension. */
export interface ScorePlacement {
  on: 'option' | 'coding'
  by: keyof typeof scoreExtension
}

/** Writes a labelled instrument as a FHIR R4 Questionnaire, its items in one group, with LOINC codes by position. */
export function questionnaireOf(
  instrument: Instrument,
  loinc: readonly string[] = [],
  { on, by }: ScorePlacement = { on: 'option', by: 'ordinalValue' },
): BuiltQuestionnaire {
  const questions = instrument.items.map((item, position): BuiltItem => ({
    linkId: `/${item.id}`,
    ...(loinc[position] === undefined
      ? {}
      : { code: [{ system: 'http://loinc.org', code: loinc[position] }] }),
    prefix: `${String(position + 1)}.`,
    text: item.text,
    type: 'choice',
    required: true,
    answerOption: (item.labels ?? []).map(({ value, text }): BuiltOption => {
      const extension = [{ url: scoreExtension[by], valueDecimal: value }]
      const coding = { system: 'http://loinc.org', code: `LA${String(value)}`, display: text }
      return on === 'option' ? { extension, valueCoding: coding } : { valueCoding: { ...coding, extension } }
    }),
  }))
  return {
    resourceType: 'Questionnaire',
    meta: { profile: ['http://hl7.org/fhir/4.0/StructureDefinition/Questionnaire'] },
    url: `http://example.org/Questionnaire/${instrument.id}`,
    name: 'AnyName',
    id: instrument.id,
    title: instrument.title,
    status: 'active',
    subjectType: ['Patient'],
    description: instrument.measures,
    copyright: instrument.licence,
    publisher: instrument.attribution,
    item: [{ linkId: 'all', type: 'group', text: instrument.instruction, item: questions }],
  }
}
