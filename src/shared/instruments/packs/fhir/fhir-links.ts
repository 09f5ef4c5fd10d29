import { problem } from '../pack-problem.ts'
import type { PackProblem } from '../pack-problem.ts'
import { placeOf } from '../place.ts'

/** An item's linkId and the items whose answers decide whether it is shown. */
export interface LinkedItem {
  linkId: string
  path: readonly PropertyKey[]
  /** The item above it. */
  parent: string | null
  /** The linkIds of its conditions. */
  questions: readonly string[]
}

/** Lists what is wrong with the links between items: a linkId given twice, a condition on no item, a circle of conditions. */
export function linkProblems(items: readonly LinkedItem[]): PackProblem[] {
  const problems: PackProblem[] = []
  const byId = new Map<string, LinkedItem>()
  for (const item of items) {
    if (byId.has(item.linkId)) problems.push(problem(placeOf([...item.path, 'linkId']), 'duplicate-id'))
    else byId.set(item.linkId, item)
  }
  for (const { questions, path } of items) {
    questions.forEach((question, position) => {
      if (!byId.has(question)) {
        problems.push(problem(placeOf([...path, 'enableWhen', position, 'question']), 'unknown-reference'))
      }
    })
  }
  return [...problems, ...circles([...byId.values()])]
}

// Removes items whose conditions are all removed; the items that remain wait for themselves.
function circles(items: readonly LinkedItem[]): PackProblem[] {
  const waitsFor = new Map(items.map((item) => [item.linkId, new Set(prerequisites(item))]))
  const waitedForBy = new Map<string, string[]>()
  for (const [linkId, needed] of waitsFor) {
    for (const other of needed) {
      const waiting = waitedForBy.get(other)
      if (waiting === undefined) waitedForBy.set(other, [linkId])
      else waiting.push(linkId)
      if (!waitsFor.has(other)) needed.delete(other)
    }
  }
  const free = items.filter(({ linkId }) => waitsFor.get(linkId)?.size === 0).map(({ linkId }) => linkId)
  for (let done = free.pop(); done !== undefined; done = free.pop()) {
    for (const waiting of waitedForBy.get(done) ?? []) {
      const needed = waitsFor.get(waiting)
      needed?.delete(done)
      if (needed?.size === 0) free.push(waiting)
    }
    waitsFor.delete(done)
  }
  return items
    .filter(({ linkId, questions }) => waitsFor.has(linkId) && questions.length > 0)
    .map(({ path }) => problem(placeOf([...path, 'enableWhen']), 'cycle'))
}

function prerequisites({ parent, questions }: LinkedItem): string[] {
  return parent === null ? [...questions] : [parent, ...questions]
}
