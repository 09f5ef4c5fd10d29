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
const valueSetSchema = z.looseObject({
  resourceType: z.literal('ValueSet'),
  id: z.string(),
  compose: z.looseObject({
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
  }),
})

/** Gives the concepts behind a reference such as `#id` to a contained resource, or null if there are none. */
export function containedConcepts(
  contained: readonly unknown[] | undefined,
  reference: string,
): ScoredConcept[] | null {
  const sets = (contained ?? []).map((resource) => valueSetSchema.safeParse(resource).data)
  const position = sets.findIndex((set) => set !== undefined && reference === `#${set.id}`)
  const include = sets[position]?.compose.include
  if (include === undefined) return null
  return include.flatMap(({ concept }, at) =>
    concept.map(({ display, extension }, index) => ({
      scores: scoresIn(extension),
      display,
      path: ['contained', position, 'compose', 'include', at, 'concept', index],
    })),
  )
}
