import type { InstrumentItem } from '../../instrument-item.ts'
import { plainTextSchema } from '../../plain-text.ts'
import { packLimits } from '../pack-limits.ts'
import { problem } from '../pack-problem.ts'
import { placeOf } from '../place.ts'
import { schemaProblems } from '../schema-problems.ts'
import { controlsIn, isConditional, isHidden } from './fhir-extensions.ts'
import { linkProblems } from './fhir-links.ts'
import type { LinkedItem } from './fhir-links.ts'
import { questionnaireItemSchema } from './fhir-resource.ts'
import type { Questionnaire, QuestionnaireItem } from './fhir-resource.ts'
import { lineOf } from '../pack-words.ts'
import type { Findings } from '../findings.ts'
import { readQuestion } from './read-item.ts'
import type { VaultFolder } from './read-item.ts'
import { createIdMaker } from '../unique-ids.ts'

/** An item of the future instrument, and its name in the file. */
export interface DraftItem {
  item: InstrumentItem
  linkId: string
  codes: { system: string; code: string }[]
}

/** The questions of a Questionnaire in their order, and the headings and explanations between them. */
export interface ReadItems {
  items: DraftItem[]
  texts: { text: string; place: string }[]
  /** The questions whose answers could be numbered: two or more, none with a score. */
  unscoredChoices: number
}

type Path = readonly PropertyKey[]

interface Visit {
  raw: unknown
  path: Path
  parent: string | null
  surroundings: VaultFolder
}

/**
 * Reads the items of a Questionnaire without their groups, in the order in which they are asked.
 *
 * Uses no recursion, so that no nesting can exhaust the stack. Items get their ids from their linkIds.
 */
export function readItems(resource: Questionnaire, found: Findings): ReadItems {
  const read: ReadItems = { items: [], texts: [], unscoredChoices: 0 }
  const links: LinkedItem[] = []
  const makeId = createIdMaker('item')
  const top: VaultFolder = { isConditional: false, isHidden: false, isRepeated: false }
  const waiting = below(resource.item, [], null, top)
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { path } = visit
    if (links.length === packLimits.fhirItems) {
      found.problems.push(problem('item', { code: 'too-many', limit: packLimits.fhirItems }))
      return read
    }
    const parsed = questionnaireItemSchema.safeParse(visit.raw, { reportInput: true })
    if (!parsed.success) {
      found.problems.push(...schemaProblems(parsed.error, path))
      continue
    }
    const item = parsed.data
    const { linkId } = item
    links.push({
      linkId,
      path,
      parent: visit.parent,
      questions: (item.enableWhen ?? []).map(({ question }) => question),
    })
    if (item.modifierExtension !== undefined) {
      found.problems.push(problem(placeOf([...path, 'modifierExtension']), 'modifier-extension'))
    }
    const surroundings = { ...visit.surroundings }
    if (item.type === 'group' || item.type === 'display') {
      noteText(item, path, read, found)
      surroundings.isConditional ||= (item.enableWhen ?? []).length > 0 || isConditional(item.extension)
      surroundings.isHidden ||= isHidden(item.extension)
      surroundings.isRepeated ||= item.repeats === true
    } else {
      const ends = endsOf(item.item ?? [], path, found)
      const { contained } = resource
      const question = readQuestion({ item, path, surroundings, contained, ends }, found)
      if (question === null) read.unscoredChoices += Number(['choice', 'open-choice'].includes(item.type))
      else {
        read.items.push({ item: { id: makeId(linkId), ...question }, linkId, codes: codesOf(item) })
      }
    }
    waiting.push(...below(item.item ?? [], path, linkId, surroundings))
  }
  found.problems.push(...linkProblems(links))
  return read
}

// Last first, so that the stack returns them in the order of the file.
function below(
  items: readonly unknown[],
  path: Path,
  parent: string | null,
  surroundings: VaultFolder,
): Visit[] {
  return items
    .map((raw, position) => ({ raw, path: [...path, 'item', position], parent, surroundings }))
    .toReversed()
}

function noteText(item: QuestionnaireItem, path: Path, read: ReadItems, found: Findings): void {
  const controls = controlsIn(item.extension)
  if (
    item.text === undefined ||
    item.text.trim() === '' ||
    controls.includes('lower') ||
    controls.includes('upper')
  )
    return
  const place = placeOf([...path, 'text'])
  const text = lineOf(item.text, [...path, 'text'], place, found)
  if (text !== null) read.texts.push({ text, place })
}

function endsOf(children: readonly unknown[], path: Path, found: Findings) {
  const end = (control: 'lower' | 'upper'): string | undefined => {
    const position = children.findIndex((child) => {
      const { data } = questionnaireItemSchema.safeParse(child)
      return data?.type === 'display' && controlsIn(data.extension).includes(control)
    })
    const text = questionnaireItemSchema.safeParse(children[position]).data?.text
    const textPath = [...path, 'item', position, 'text']
    return text === undefined ? undefined : (lineOf(text, textPath, placeOf(textPath), found) ?? undefined)
  }
  return { lower: end('lower'), upper: end('upper') }
}

function codesOf(item: QuestionnaireItem): DraftItem['codes'] {
  const isPlain = (text: string): boolean => plainTextSchema.safeParse(text).success
  return (item.code ?? []).flatMap(({ system = '', code = '' }) =>
    isPlain(system) && isPlain(code) ? [{ system, code }] : [],
  )
}
