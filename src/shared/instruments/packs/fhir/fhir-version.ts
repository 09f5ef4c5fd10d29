import { problem } from '../pack-problem.ts'
import type { PackProblem } from '../pack-problem.ts'
import { placeOf, quoted } from '../place.ts'

type Fields = Readonly<Record<string, unknown>>

// Elements and types of a Questionnaire that are in one version but not in R4, by HL7's maps between versions.
const foreignToResource: Fields = {
  versionAlgorithmString: 'R5',
  versionAlgorithmCoding: 'R5',
  copyrightLabel: 'R5',
  group: 'DSTU2',
}
const foreignToItem: Fields = {
  answerConstraint: 'R5',
  disabledDisplay: 'R5',
  option: 'STU3',
  options: 'STU3',
  question: 'DSTU2',
}
const foreignTypes: Fields = { coding: 'R5' }

/**
 * Says why a resource is not an R4 Questionnaire: another type, by name, or another FHIR version; empty if it is one.
 *
 * A Questionnaire does not state its version. Other signs show it: `fhirVersion`, an HL7 profile with a version, and
 * elements that R4 doesn't have. R4B (4.3) did not change the Questionnaire.
 */
export function versionProblems(resource: Fields): PackProblem[] {
  const { resourceType } = resource
  if (resourceType !== 'Questionnaire') {
    return [problem('resourceType', { code: 'other-resource', found: quoted(wordOf(resourceType)) })]
  }
  const other = (place: string, found: unknown): PackProblem =>
    problem(place, { code: 'other-fhir-version', found: quoted(wordOf(found)) })
  const problems: PackProblem[] = []
  if (resource.fhirVersion !== undefined && !isRelease4(wordOf(resource.fhirVersion))) {
    problems.push(other('fhirVersion', resource.fhirVersion))
  }
  listOf(fieldsOf(resource.meta)?.profile).forEach((profile, position) => {
    const version = versionOfProfile(wordOf(profile))
    if (version !== null && !isRelease4(version)) {
      problems.push(other(`meta.profile.${String(position)}`, version))
    }
  })
  for (const [name, version] of Object.entries(foreignToResource)) {
    if (Object.hasOwn(resource, name)) problems.push(other(name, version))
  }
  const waiting = itemsOf(resource, [])
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, path } = next
    for (const [name, version] of Object.entries(foreignToItem)) {
      if (Object.hasOwn(item, name)) problems.push(other(placeOf([...path, name]), version))
    }
    const { type } = item
    if (typeof type === 'string' && Object.hasOwn(foreignTypes, type)) {
      problems.push(other(placeOf([...path, 'type']), foreignTypes[type]))
    }
    listOf(item.enableWhen).forEach((condition, position) => {
      if (Object.hasOwn(fieldsOf(condition) ?? {}, 'hasAnswer')) {
        problems.push(other(placeOf([...path, 'enableWhen', position, 'hasAnswer']), 'STU3'))
      }
    })
    waiting.push(...itemsOf(item, path))
  }
  return problems
}

// Not String(value): an object from the file may have a toString that is not a function.
function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value
}

function isRelease4(version: string): boolean {
  return /^(?:4\.[03](?:\.|$)|R4B?$)/.test(version)
}

function versionOfProfile(profile: string): string | null {
  const found =
    /^http:\/\/hl7\.org\/fhir\/(?:(\d+\.\d+)\/)?StructureDefinition\/Questionnaire(?:\|(.+))?$/.exec(profile)
  return found?.[1] ?? found?.[2] ?? null
}

function itemsOf(parent: Fields, path: readonly PropertyKey[]): { item: Fields; path: PropertyKey[] }[] {
  return listOf(parent.item)
    .flatMap((item, position) => {
      const fields = fieldsOf(item)
      return fields === null ? [] : [{ item: fields, path: [...path, 'item', position] }]
    })
    .toReversed()
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : null
}
