/** One summary of a file: its two blocks and their first lines, counted from 1. */
export interface SummaryBlocks {
  readonly frontMatter: string
  readonly body: string
  readonly line: number
}

const fence = '---'

/**
 * Splits a file into its summaries. Each starts with a block between two lines of three hyphens and ends before the
 * next such block. Null if the file doesn't begin with such a block, or the last one isn't closed.
 */
export function splitSummaries(text: string): SummaryBlocks[] | null {
  const lines = text.split('\n')
  const fences = lines.flatMap((line, index) => (line === fence ? [index] : []))
  const [first] = fences
  const isBare = first === undefined || lines.slice(0, first).some((line) => line.trim() !== '')
  if (isBare || fences.length % 2 === 1) return null
  const summaries: SummaryBlocks[] = []
  for (let index = 0; index < fences.length; index += 2) {
    const [open = 0, close = 0, next = lines.length] = fences.slice(index, index + 3)
    summaries.push({
      frontMatter: lines.slice(open + 1, close).join('\n'),
      body: lines.slice(close + 1, next).join('\n'),
      line: open + 1,
    })
  }
  return summaries
}
