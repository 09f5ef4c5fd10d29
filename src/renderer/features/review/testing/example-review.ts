import { exampleBundledClient } from '#shared/bundles/testing/example-bundle.ts'
import type { MeasureOverTime } from '#shared/practice/practice.ts'
import type { Learning } from '#shared/review/learning.ts'
import { findOpenWork } from '#shared/review/open-work.ts'
import { receivedClientIdSchema } from '#shared/review/received-client.ts'
import type { ReviewedClient, ReviewedSupervisee, ReviewOverview } from '#shared/review/supervisee.ts'

export const contactId = '99999999-9999-4999-8999-999999999999'
export const clientId = receivedClientIdSchema.parse('88888888-8888-4888-8888-888888888888')

const content = exampleBundledClient()
const summary = {
  id: clientId,
  contactId,
  pseudonym: content.pseudonym,
  bundleNumber: 1,
  question: content.question,
  sessions: content.sessions.length,
  lastSession: 14,
  work: findOpenWork(content),
  changes: [{ kind: 'new-client' as const }],
}

/** Ada, who has shared one client of the example. */
export const ada: ReviewOverview[number] = {
  contactId,
  name: 'Ada',
  state: 'compared',
  number: 1,
  madeAt: '2026-03-20T17:05:00.000Z',
  receivedAt: '2026-03-20T18:00:00.000Z',
  withdrawn: [],
  offeredFrom: '2027-03-20',
  isOffered: false,
  clients: [summary],
}

function few(count: number | null): MeasureOverTime {
  const whole = { period: 'all', n: 4, clients: 1, count, interval: null }
  return { whole, years: [], quarters: [] }
}
const learning: Learning = { noted: few(1), repaired: few(1), difference: few(null), distance: few(null) }

/** The same with everything that a supervisee's page shows. */
export const reviewedAda: ReviewedSupervisee = { ...ada, wellbeing: null, learning }

/** The client of the example, as received. */
export const reviewedClient: ReviewedClient = {
  ...summary,
  therapist: 'Ada',
  content,
  came: content.sessions.map(({ number }) => ({ number, cameAt: '2026-03-20T18:00:00.000Z' })),
}
