import { isOnStep, itemPoints, type InstrumentItem } from '../../instruments/instrument-item.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import { addresses, coreExtensions, coreSystems, extraLinkIds } from './fhir-addresses.ts'

/** A FHIR resource or a part of one, as it is written. */
export type FhirObject = Readonly<Record<string, unknown>>

/** The FHIR type of an item's answers: codes with words, whole numbers, or others. */
export function answerType({
  labels,
  minimum,
  maximum,
  step,
}: InstrumentItem): 'choice' | 'integer' | 'decimal' {
  if (labels !== undefined) return 'choice'
  return [minimum, maximum, step].every((number) => Number.isInteger(number)) ? 'integer' : 'decimal'
}

/** One answer of an item that has words for every answer. */
export function answerCoding({ id, version }: Instrument, item: InstrumentItem, value: number): FhirObject {
  const display = item.labels?.find((label) => label.value === value)?.text
  return {
    extension: [{ url: coreExtensions.ordinalValue, valueDecimal: itemPoints(item, value) }],
    system: addresses.answers(id, version, item.id),
    code: String(value),
    ...(display === undefined ? {} : { display }),
  }
}

/** An instrument as a Questionnaire; with words, also the words to pick and a line for a comment. */
export function questionnaireOf(instrument: Instrument, withWords: boolean): FhirObject {
  const { id, version, title, measures, instruction, items, words = [], licence, attribution } = instrument
  const wordOptions = words.map((word) => ({
    valueCoding: { system: addresses.words(id, version), code: word.id, display: word.text },
  }))
  return {
    resourceType: 'Questionnaire',
    url: addresses.questionnaire(id),
    version: String(version),
    title,
    status: 'active',
    subjectType: ['Patient'],
    description: measures,
    purpose: instruction,
    copyright: `${attribution} ${licence} ${instrument.whoMayUse}`,
    item: [
      ...items.map((item) => itemOf(instrument, item)),
      ...(withWords && wordOptions.length > 0
        ? [
            {
              linkId: extraLinkIds.words,
              text: 'Words',
              type: 'choice',
              repeats: true,
              answerOption: wordOptions,
            },
          ]
        : []),
      ...(withWords ? [{ linkId: extraLinkIds.comment, text: 'Comment', type: 'text' }] : []),
    ],
  }
}

function itemOf(instrument: Instrument, item: InstrumentItem): FhirObject {
  const type = answerType(item)
  const common = { linkId: item.id, text: item.text, type, required: false, ...conditionOf(instrument, item) }
  if (type === 'choice')
    return {
      ...common,
      answerOption: (item.labels ?? []).map(({ value }) => ({
        valueCoding: answerCoding(instrument, item, value),
      })),
    }
  const bound = (value: number) => (type === 'integer' ? { valueInteger: value } : { valueDecimal: value })
  const { minimum, maximum, anchors } = item
  return {
    extension: [
      { url: coreExtensions.minValue, ...bound(minimum) },
      { url: coreExtensions.maxValue, ...bound(maximum) },
    ],
    ...common,
    ...(anchors === undefined
      ? {}
      : {
          item: [endWords(item, 'lower', anchors.minimum), endWords(item, 'upper', anchors.maximum)],
        }),
  }
}

function endWords(item: InstrumentItem, control: 'lower' | 'upper', text: string): FhirObject {
  const coding = [{ system: coreSystems.itemControl, code: control }]
  return {
    extension: [{ url: coreExtensions.itemControl, valueCodeableConcept: { coding } }],
    linkId: `${item.id}:${control}`,
    text,
    type: 'display',
  }
}

/** A condition on codes can only name the codes themselves, so every answer from the threshold on is named. */
function conditionOf(instrument: Instrument, { askedIf }: InstrumentItem): FhirObject {
  if (askedIf === undefined) return {}
  const enableWhen = askedIf.anyOf.flatMap((id): FhirObject[] => {
    const other = instrument.items.find((item) => item.id === id)
    if (other === undefined) return []
    const type = answerType(other)
    if (type === 'choice')
      return (other.labels ?? [])
        .filter(({ value }) => value >= askedIf.atOrAbove)
        .map(({ value }) => {
          const { system, code } = answerCoding(instrument, other, value)
          return { question: id, operator: '=', answerCoding: { system, code } }
        })
    // A threshold between whole numbers is reached by the next one.
    const least = { minimum: 0, step: 1 }
    const threshold =
      type === 'integer' && isOnStep(least, askedIf.atOrAbove)
        ? { answerInteger: askedIf.atOrAbove }
        : type === 'integer'
          ? { answerInteger: Math.ceil(askedIf.atOrAbove) }
          : { answerDecimal: askedIf.atOrAbove }
    return [{ question: id, operator: '>=', ...threshold }]
  })
  return enableWhen.length === 0 ? {} : { enableWhen, enableBehavior: 'any' }
}
