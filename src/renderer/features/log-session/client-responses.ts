import type { SessionLog } from '#shared/records/session-log.ts'

type Responses = Pick<SessionLog, 'responses'>

/** Whether the client answered at least one item or wrote something. */
export function hasClientAnswers({ responses }: Responses): boolean {
  return responses.some(
    ({ rater, answers, comment }) =>
      rater === 'client' && (comment !== '' || Object.values(answers).some(({ value }) => value !== null)),
  )
}

/** Whether the client stopped the form early, as far as the visible answers show. */
export function hasStopped({ responses }: Responses): boolean {
  return responses.some(
    ({ rater, answers }) =>
      rater === 'client' && Object.values(answers).some(({ missingReason }) => missingReason === 'stopped'),
  )
}

/** The client's comment, or an empty text. */
export function clientComment({ responses }: Responses): string {
  return responses.find(({ rater, comment }) => rater === 'client' && comment !== '')?.comment ?? ''
}
