import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Risk, RiskList } from '#shared/risk/risk.ts'
import { shownCrisisText } from '#shared/risk/crisis-text.ts'
import { change } from '../../database/change.ts'
import type { Records } from '../../records/records.ts'

export function createRiskHandlers({
  context,
  riskPath,
  risks,
  crisisText,
}: Records): Handlers<'vault'>['risk'] {
  const get = (id: string): Risk => {
    const found = riskPath.get(id)
    if (!found) throw new AppError('not-found')
    return found
  }

  const withCrisisText = (listed: Risk[]): RiskList => {
    const text = crisisText.read()
    return {
      risks: listed,
      crisisText: shownCrisisText(text),
      isCrisisTextWritten: text.trim() !== '',
    }
  }

  /** A stored note never changes; repeating it counts as a retry. */
  const isAlready = (step: Risk['acknowledged'], note: string): boolean => {
    if (step && step.note !== note) throw new AppError('conflict', ['note'])
    return step !== null
  }

  return {
    listOpen: () => withCrisisText(riskPath.listOpen()),
    ofSession: ({ sessionId }) => withCrisisText(riskPath.ofSession(sessionId)),
    acknowledge: ({ id, note }) =>
      change(context.db, () => {
        if (!isAlready(get(id).acknowledged, note)) risks.acknowledge(id, context.now().toISOString(), note)
        return get(id)
      }),
    close: ({ id, note }) =>
      change(context.db, () => {
        const { acknowledged, closed } = get(id)
        if (!acknowledged) throw new AppError('risk-not-acknowledged')
        if (!isAlready(closed, note)) risks.close(id, context.now().toISOString(), note)
        return get(id)
      }),
  }
}
