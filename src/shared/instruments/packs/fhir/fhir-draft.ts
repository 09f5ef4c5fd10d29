import { mostItems, type PackDraft } from '../pack-draft.ts'
import { problem } from '../pack-problem.ts'
import { quoted } from '../place.ts'
import { schemaProblems } from '../schema-problems.ts'
import { questionnaireSchema } from './fhir-resource.ts'
import type { Questionnaire } from './fhir-resource.ts'
import { versionProblems } from './fhir-version.ts'
import { lineOf, withoutTags } from '../pack-words.ts'
import type { Findings } from '../findings.ts'
import { readItems } from './read-items.ts'
import { kebabOf } from '../unique-ids.ts'

// PHQ-9 item 9 in LOINC.
const riskCodes = [{ system: 'http://loinc.org', code: '44260-8' }]
const longestText = 2000
const active = /<script|javascript:|\son\w+\s*=/i

/** Reads parsed JSON as a FHIR R4 Questionnaire; null if it can't be read, with the reasons in the findings. */
export function readFhirDraft(content: Readonly<Record<string, unknown>>, found: Findings): PackDraft | null {
  found.problems.push(...versionProblems(content))
  if (found.problems.length > 0) return null
  const parsed = questionnaireSchema.safeParse(content, { reportInput: true })
  if (!parsed.success) {
    found.problems.push(...schemaProblems(parsed.error))
    return null
  }
  const resource = parsed.data
  checkWhole(resource, found)
  const { items, texts, unscoredChoices } = readItems(resource, found)
  const [instruction, ...others] = texts
  for (const { place } of others) found.notes.push({ place, code: 'text-left-out' })
  if (items.length === 0 && found.problems.length === 0) {
    const none = problem('item', 'no-scored-items')
    if (unscoredChoices > 0 && found.decisions.numberAnswers !== true)
      found.ask({ kind: 'number-answers', questions: unscoredChoices }, none)
    else found.problems.push(none)
  }
  if (items.length > mostItems) found.problems.push(problem('item', { code: 'too-many', limit: mostItems }))
  const draft: PackDraft = {
    id: idOf(resource),
    title: metadata(resource, 'title', found),
    measures: metadata(resource, 'description', found),
    instruction: instruction?.text ?? null,
    licence: metadata(resource, 'copyright', found),
    attribution: metadata(resource, 'publisher', found),
    items: items.map((item) => ({ ...item, linkId: quoted(item.linkId) })),
    riskItems: items
      .filter(({ codes }) => codes.some(({ system, code }) => isRiskCode(system, code)))
      .map(({ item }) => item.id),
  }
  return found.problems.length > 0 ? null : draft
}

function checkWhole(resource: Questionnaire, found: Findings): void {
  // Both may change the meaning of everything else and must not be ignored
  // (https://hl7.org/fhir/R4/extensibility.html).
  if (resource.implicitRules !== undefined) found.problems.push(problem('implicitRules', 'implicit-rules'))
  if (resource.modifierExtension !== undefined) {
    found.problems.push(problem('modifierExtension', 'modifier-extension'))
  }
  if (resource.text?.div !== undefined) {
    if (active.test(resource.text.div)) found.problems.push(problem('text.div', 'markup'))
    else found.notes.push({ place: 'text', code: 'narrative-left-out' })
  }
  if (resource.status !== 'active' || resource.experimental === true) {
    found.notes.push({ place: 'status', code: 'not-in-force' })
  }
}

function metadata(
  resource: Questionnaire,
  field: 'title' | 'description' | 'copyright' | 'publisher',
  found: Findings,
): string | null {
  const text = resource[field]
  if (text === undefined || text.trim() === '') return null
  const isRich = field === 'description' || field === 'copyright'
  const shown = isRich && !active.test(text) ? withoutTags(text, field, found) : text
  if (shown.length > longestText) {
    found.notes.push({ place: field, code: 'long-text-left-out' })
    return null
  }
  return shown.trim() === '' ? null : lineOf(shown, [field], field, found)
}

function idOf({ id, name, title, url }: Questionnaire): string {
  const names = [id, name, title, url?.split('/').at(-1)]
  return names.map((value) => kebabOf(value ?? '')).find((value) => value !== '') ?? 'questionnaire'
}

function isRiskCode(system: string, code: string): boolean {
  return riskCodes.some((risk) => risk.system === system && risk.code === code)
}
