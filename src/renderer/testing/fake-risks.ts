import { AppError } from '#shared/contract/result.ts'
import { isOpenRisk, riskSchema, type Risk } from '#shared/risk/risk.ts'
import type { FakeHandlers } from './render-app.tsx'

/** PHQ-9's ninth item answered with "Several days", with `changes` applied. */
export function exampleRisk(changes: object = {}): Risk {
  return riskSchema.parse({
    id: '11111111-1111-4111-8111-111111111111',
    clientId: '99999999-9999-4999-8999-999999999999',
    clientCode: 'K-07',
    isFictional: false,
    sessionId: '00000000-0000-4000-8000-000000000012',
    sessionNumber: 12,
    sessionDate: '2025-03-25',
    instrumentId: 'phq-9',
    instrumentVersion: 1,
    instrumentTitle: 'PHQ-9',
    itemId: 'phq9-9',
    itemText: 'Thoughts that you would be better off dead or of hurting yourself in some way',
    value: 1,
    maximum: 3,
    answerLabel: 'Several days',
    answeredAt: '2025-03-25T10:00:00.000Z',
    acknowledged: null,
    closed: null,
    ...changes,
  })
}

/** The `risk` operations over a few answers, with the same effects as in the vault. */
export function fakeRisks(
  start: readonly Risk[] = [],
  crisis: { crisisText: string; isCrisisTextWritten: boolean } = {
    crisisText: 'Call the crisis team.',
    isCrisisTextWritten: true,
  },
) {
  let risks = [...start]
  const at = '2025-03-25T11:00:00.000Z'
  const find = (id: string) => {
    const risk = risks.find((known) => known.id === id)
    if (risk === undefined) throw new AppError('not-found')
    return risk
  }
  const put = (changed: Risk) => {
    risks = risks.map((known) => (known.id === changed.id ? changed : known))
    return changed
  }
  const handlers: NonNullable<FakeHandlers['risk']> = {
    listOpen: () => ({ risks: risks.filter(isOpenRisk), ...crisis }),
    ofSession: ({ sessionId }) => ({
      risks: risks.filter((risk) => risk.sessionId === sessionId),
      ...crisis,
    }),
    acknowledge: ({ id, note }) => put({ ...find(id), acknowledged: { at, note } }),
    close: ({ id, note }) => {
      if (find(id).acknowledged === null) throw new AppError('risk-not-acknowledged')
      return put({ ...find(id), closed: { at, note } })
    },
  }
  return { handlers, all: () => risks, open: () => risks.filter(isOpenRisk) }
}
