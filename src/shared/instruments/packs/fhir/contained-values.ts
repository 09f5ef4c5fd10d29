import { z } from 'zod'
import { codingSchema } from './fhir-resource.ts'
import { scoresIn } from './fhir-extensions.ts'

/** One concept of a value set: its words and the scores from its extensions. */
export interface ScoredConcept {
  scores: number[]
  display: string | undefined
  path: PropertyKey[]
}

// Only a complete list: a filter, an exclusion or a reference would need a terminology server.
const composeSchema = z.looseObject({
  include: z
    .array(
      z.looseObject({
        concept: z.array(codingSchema).min(1),
        filter: z.undefined().optional(),
        valueSet: z.undefined().optional(),
      }),
    )
    .min(1),
  exclude: z.undefined().optional(),
})
/** A list that a terminology server has worked out, with all its entries on one page and one level. */
const expansionSchema = z.looseObject({
  offset: z.literal(0).optional(),
  total: z.int().optional(),
  contains: z.array(codingSchema.extend({ contains: z.undefined().optional() })).min(1),
})
const valueSetSchema = z.looseObject({
  resourceType: z.literal('ValueSet'),
  id: z.string().optional(),
  url: z.string().optional(),
  compose: z.unknown().optional(),
  expansion: z.unknown().optional(),
})
type ValueSet = z.output<typeof valueSetSchema>

/**
 * Gives the concepts of a contained value set, named as `#id` or by its address; null if there is none, or its concepts
 * are not all listed.
 */
export function containedConcepts(
  contained: readonly unknown[] | undefined,
  reference: string,
): ScoredConcept[] | null {
  const sets = (contained ?? []).map((resource) => valueSetSchema.safeParse(resource).data)
  const position = sets.findIndex(
    (set) => set !== undefined && (reference === `#${set.id ?? ''}` || reference === set.url),
  )
  const set = sets[position]
  return set === undefined ? null : (composed(set, position) ?? expanded(set, position))
}

function composed({ compose }: ValueSet, position: number): ScoredConcept[] | null {
  const { data } = composeSchema.safeParse(compose)
  if (data === undefined) return null
  return data.include.flatMap(({ concept }, at) =>
    concept.map((each, index) =>
      conceptAt(each, ['contained', position, 'compose', 'include', at, 'concept', index]),
    ),
  )
}

function expanded({ expansion }: ValueSet, position: number): ScoredConcept[] | null {
  const { data } = expansionSchema.safeParse(expansion)
  if (data === undefined || (data.total ?? data.contains.length) !== data.contains.length) return null
  return data.contains.map((each, index) =>
    conceptAt(each, ['contained', position, 'expansion', 'contains', index]),
  )
}

function conceptAt(concept: z.output<typeof codingSchema>, path: PropertyKey[]): ScoredConcept {
  return { scores: scoresIn(concept.extension), display: concept.display, path }
}
