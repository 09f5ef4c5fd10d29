import type { Findings } from '../findings.ts'
import { mostItems, type PackDraft } from '../pack-draft.ts'
import { packLimits } from '../pack-limits.ts'
import { problem } from '../pack-problem.ts'
import { placeOf, quoted } from '../place.ts'
import { createIdMaker, kebabOf } from '../unique-ids.ts'
import { dictionaryFields, type DictionaryField } from './dictionary-rows.ts'
import { isScorable, readField, shownText } from './read-field.ts'

export { isDictionary } from './dictionary-rows.ts'

/** Reads a REDCap data dictionary as a draft; null if it can't be read, with the reasons in the findings. */
export function readDictionary(text: string, found: Findings): PackDraft | null {
  if (text.split('|').length > packLimits.values) {
    found.problems.push(problem('', { code: 'too-many', limit: packLimits.values }))
    return null
  }
  const fields = dictionaryFields(text, packLimits.fhirItems)
  if (fields === null) {
    found.problems.push(problem('', 'not-a-table'))
    return null
  }
  if (fields.length > packLimits.fhirItems) {
    found.problems.push(problem('', { code: 'too-many', limit: packLimits.fhirItems }))
    return null
  }
  const form = chosenForm(fields, found)
  return form === null ? null : draftOf(form, fields, found)
}

/** The form that is the instrument: the only one with questions, or the one that the person chose. */
function chosenForm(fields: readonly DictionaryField[], found: Findings): string | null {
  const byForm = Map.groupBy(fields.filter(isScorable), ({ form }) => form)
  const forms = [...byForm].map(([name, questions]) => ({
    name: quoted(name) || '?',
    form: name,
    questions: questions.length,
  }))
  const [only] = forms
  if (only === undefined) {
    found.problems.push(problem('fields', 'no-scored-items'))
    return null
  }
  if (forms.length === 1) return only.form
  const chosen = forms.find(({ name }) => name === found.decisions.form)
  if (chosen !== undefined) return chosen.form
  found.ask(
    { kind: 'form', forms: forms.map(({ name, questions }) => ({ name, questions })) },
    problem('', 'several-forms'),
  )
  return null
}

function draftOf(form: string, fields: readonly DictionaryField[], found: Findings): PackDraft | null {
  const ofForm = fields.filter((field) => field.form === form)
  const makeId = createIdMaker('item')
  const [headed] = ofForm.filter(({ section, type }) => section !== '' || type === 'descriptive')
  const words = headed === undefined ? '' : headed.section === '' ? headed.label : headed.section
  const instruction =
    headed === undefined || words === ''
      ? null
      : shownText(words, ['fields', headed.position, 'section'], found)
  for (const { position, section } of ofForm)
    if (section !== '' && position !== headed?.position)
      found.notes.push({ place: placeOf(['fields', position, 'section']), code: 'text-left-out' })
  const items = ofForm.flatMap((field) => {
    const read = readField(field, found)
    return read === null
      ? []
      : [{ item: { id: makeId(field.name), ...read }, linkId: quoted(field.name), codes: [] }]
  })
  const choices = ofForm.filter(({ type }) => ['radio', 'dropdown'].includes(type)).length
  if (items.length === 0 && found.problems.length === 0) {
    const none = problem('fields', 'no-scored-items')
    if (choices > 0 && found.decisions.numberAnswers !== true)
      found.ask({ kind: 'number-answers', questions: choices }, none)
    else found.problems.push(none)
  }
  if (items.length > mostItems) found.problems.push(problem('fields', { code: 'too-many', limit: mostItems }))
  if (found.problems.length > 0) return null
  return {
    id: kebabOf(form) || 'questionnaire',
    title: null,
    measures: null,
    instruction,
    licence: null,
    attribution: null,
    items,
    riskItems: [],
  }
}
