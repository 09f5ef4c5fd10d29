import type { ExplanationOf } from '../analytics/explained/index.ts'

/**
 * Judges an explained course by other numbers than the rule's own: the session from which little gain is told,
 * counted from 1, and the share of a reliable change below which it is little.
 *
 * What is reliably worse stays so. By the rule's own numbers the verdict is the one given. The indices must still
 * be those of the series that was explained.
 */
export function judgeTrack(
  explained: ExplanationOf<'track'>,
  rule: { judgedFromSession: number; littleGained: number },
): ExplanationOf<'track'> {
  const { values, verdict, at } = explained
  const { reliableChange, cutoff } = explained.parameters
  const parameters = { ...explained.parameters, ...rule }
  if (values === null || at.current === null || verdict === 'not-judged' || verdict === 'reliably-worse') {
    return { ...explained, parameters }
  }
  const isLittle = -values.change < rule.littleGained * reliableChange
  const isStillHigh = values.baseline >= cutoff && values.current >= cutoff
  const isLate = at.current >= rule.judgedFromSession - 1
  return {
    ...explained,
    parameters,
    verdict: isLate && isLittle && isStillHigh ? 'little-gained' : 'not-flagged',
  }
}
