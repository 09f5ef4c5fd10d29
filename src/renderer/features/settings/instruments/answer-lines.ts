import { typedNumber } from '#shared/typed/typed-number.ts'

/** One answer as a person typed it: its points and its words. */
export interface TypedAnswer {
  readonly score: number
  readonly text: string
}

const numbered = /^(-?\d+(?:[.,]\d+)?)\s*(?:[=:)\t]|\.(?=\s))\s*(\S.*)$/

/**
 * Reads answers that were typed one a line, the lowest first: "0 = Never" with points, or only "Never". Without points
 * they count 0, 1, 2 and so on. Null if some lines have points and others have none.
 */
export function answersInLines(text: string): TypedAnswer[] | null {
  const lines = linesOf(text)
  const read = lines.map((line) => {
    const [, number = '', words = ''] = numbered.exec(line) ?? []
    const score = typedNumber(number)
    return score === null ? null : { score, text: words }
  })
  const withPoints = read.flatMap((answer) => answer ?? [])
  if (withPoints.length === lines.length) return withPoints
  return withPoints.length > 0 ? null : lines.map((line, score) => ({ score, text: line }))
}

/** The lines of a text that hold something, without spaces at their ends. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}
