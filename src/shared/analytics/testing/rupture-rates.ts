import { ruptureEpisodes } from '../index.ts'
import type { RuptureEpisode, RuptureOptions } from '../index.ts'
import { normalFrom, simulateCourse, uniformFrom } from './simulated-courses.ts'
import type { CourseModel } from './simulated-courses.ts'

/** The parameters to try; range and step come from the model. */
export type TriedRule = Omit<RuptureOptions, 'scaleRange' | 'step'>

/** The first and the last session, from 0, in which a drop is placed: sessions 11 to 28. */
const firstDrop = 10
const lastDrop = 27

/** False rupture-level episodes per client of a stable course. */
export function falseRuptures(model: CourseModel, rule: TriedRule, clients: number, seed: number): number {
  return foundPerClient(model, clients, seed, (course) => rupturesIn(course, model, rule).length)
}

/** False dips per client of a stable course. */
export function falseDips(model: CourseModel, clients: number, seed: number): number {
  return foundPerClient(
    model,
    clients,
    seed,
    (course) => episodesIn(course, model, {}).filter(({ level }) => level === 'dip').length,
  )
}

function foundPerClient(
  model: CourseModel,
  clients: number,
  seed: number,
  count: (course: readonly number[]) => number,
): number {
  const normal = normalFrom(uniformFrom(seed))
  let found = 0
  for (let client = 0; client < clients; client += 1) found += count(simulateCourse(model, normal))
  return found / clients
}

/** The share of one-session drops, at random in sessions 11 to 28, that are found at rupture level. */
export function shareFound(
  model: CourseModel,
  drop: number,
  rule: TriedRule,
  courses: { clients: number; seed: number },
): number {
  const uniform = uniformFrom(courses.seed)
  const normal = normalFrom(uniform)
  let found = 0
  for (let client = 0; client < courses.clients; client += 1) {
    const dropAt = firstDrop + Math.floor(uniform() * (lastDrop - firstDrop + 1))
    const course = simulateCourse(model, normal, { drop, dropAt })
    if (rupturesIn(course, model, rule).includes(dropAt)) found += 1
  }
  return found / courses.clients
}

/** The sessions of the troughs at rupture level. */
function rupturesIn(course: readonly number[], model: CourseModel, rule: TriedRule): number[] {
  return episodesIn(course, model, rule)
    .filter(({ level }) => level === 'rupture')
    .map(({ trough }) => trough)
}

function episodesIn(course: readonly number[], model: CourseModel, rule: TriedRule): RuptureEpisode[] {
  const { minimum = 0, maximum = 10, step = 0.25 } = model
  return ruptureEpisodes(course, { ...rule, scaleRange: maximum - minimum, step })
}

/** The stable clients in which false alarms are counted, on a scale from 0 to 10. */
export const stableModels: readonly CourseModel[] = [0, 0.3].flatMap((autocorrelation) =>
  [5, 6.5, 7.5, 8.5].flatMap((level) =>
    [0.3, 0.45, 0.6, 0.8, 1].map((sd) => ({ level, sd, autocorrelation })),
  ),
)

/** The same course on another scale, with the same share of the range. */
export function onScale(
  model: CourseModel,
  scale: { minimum: number; maximum: number; step: number },
): CourseModel {
  const factor = (scale.maximum - scale.minimum) / 10
  return {
    ...model,
    ...scale,
    level: scale.minimum + model.level * factor,
    sd: model.sd * factor,
    growth: (model.growth ?? 0) * factor,
  }
}
