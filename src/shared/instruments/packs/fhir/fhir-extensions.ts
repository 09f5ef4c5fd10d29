import type { Extension } from './fhir-resource.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'
const dataCapture = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'

const scoreUrls = [`${core}ordinalValue`, `${core}itemWeight`]
const computedUrls = ['calculatedExpression', 'initialExpression', 'answerExpression', 'candidateExpression']
const conditionUrls = ['enableWhenExpression', 'answerOptionsToggleExpression']

/**
 * Gives the scores in the extensions of an element, in their order: none, one or several.
 *
 * `ordinalValue` is R4's own (https://hl7.org/fhir/R4/extension-ordinalvalue.html), `itemWeight` its successor.
 */
export function scoresIn(extensions: readonly Extension[] | undefined): number[] {
  return (extensions ?? []).flatMap(({ url, valueDecimal, valueInteger }) =>
    scoreUrls.includes(url) ? (valueDecimal ?? valueInteger ?? []) : [],
  )
}

/** Gives an inclusive bound of an integer item, from R4's minValue and maxValue, or null if there is none. */
export function boundIn(
  extensions: readonly Extension[] | undefined,
  bound: 'minValue' | 'maxValue',
): number | null {
  const found = (extensions ?? []).find(({ url }) => url === `${core}${bound}`)
  return found?.valueInteger ?? null
}

/** Says whether an expression computes an item's value, first value or answers. */
export function isComputed(extensions: readonly Extension[] | undefined): boolean {
  return hasAny(extensions, computedUrls)
}

/** Says whether an expression decides if an item or its answers are shown. */
export function isConditional(extensions: readonly Extension[] | undefined): boolean {
  return hasAny(extensions, conditionUrls)
}

/** Says whether an item is never shown. */
export function isHidden(extensions: readonly Extension[] | undefined): boolean {
  return (extensions ?? []).some(
    ({ url, valueBoolean }) => url === `${core}questionnaire-hidden` && valueBoolean === true,
  )
}

/** Gives the control codes of an item, such as `lower` and `upper` for the words at the ends of a row. */
export function controlsIn(extensions: readonly Extension[] | undefined): string[] {
  return (extensions ?? []).flatMap(({ url, valueCodeableConcept }) =>
    url === `${core}questionnaire-itemControl`
      ? (valueCodeableConcept?.coding ?? []).flatMap(({ code }) => code ?? [])
      : [],
  )
}

function hasAny(extensions: readonly Extension[] | undefined, names: readonly string[]): boolean {
  return (extensions ?? []).some(({ url }) => names.some((name) => url === dataCapture + name))
}
