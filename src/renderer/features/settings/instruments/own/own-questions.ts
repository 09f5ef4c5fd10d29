import { linesOf } from '../answer-lines.ts'

/** One question with an id that stays while its words change. */
export interface OwnQuestion {
  readonly id: string
  readonly text: string
}

/**
 * The questions in a text with one a line. A line keeps the id of the question with its words; if as many questions are
 * left over as lines, they are the same ones in other words; all other lines are new.
 */
export function questionsInLines(text: string, before: readonly OwnQuestion[]): OwnQuestion[] {
  const left = [...before]
  const lines = linesOf(text).map((line) => {
    const at = left.findIndex((question) => question.text === line)
    return { line, same: at === -1 ? null : (left.splice(at, 1)[0] ?? null) }
  })
  const others = lines.filter(({ same }) => same === null).length
  const reworded = others === left.length ? [...left] : []
  let next = 1 + Math.max(0, ...before.map(({ id }) => Number(id.slice(1))))
  return lines.map(({ line, same }) => {
    const id = (same ?? reworded.shift())?.id ?? `q${next++}`
    return { id, text: line }
  })
}
