import type { Page } from '@playwright/test'
import { call, expect } from './fixtures.ts'

/** Holds the next session of a client today, rated by the therapist. Gives its number. */
export async function holdNext(page: Page, clientId: string): Promise<number> {
  const { value } = (await call(page, 'sessions.nextNumber', { clientId })) as { value: { number: number } }
  const forms = (await call(page, 'instruments.list')) as { value: { id: string; version: number }[] }
  const version = forms.value.find(({ id }) => id === 'attune-alliance-therapist')?.version ?? 1
  const rated = { value: 8, missingReason: null }
  const today = new Date()
  const date = new Intl.DateTimeFormat('sv-SE').format(today)
  const log = {
    session: {
      id: crypto.randomUUID(),
      clientId,
      number: value.number,
      status: 'held',
      date,
      timeOfDay: null,
      zone: 'UTC',
      modality: 'in-person',
      durationMinutes: 50,
      notes: '',
      guess: 'open',
      closedAt: null,
    },
    responses: [
      {
        id: crypto.randomUUID(),
        instrumentId: 'attune-alliance-therapist',
        instrumentVersion: version,
        rater: 'therapist',
        occasion: 'after',
        answers: { goals: rated, tasks: rated, bond: rated, overall: rated },
        words: [],
        comment: '',
        recordedAt: today.toISOString(),
      },
    ],
    ruptureNote: null,
    events: [],
  }
  expect(await call(page, 'sessions.save', { expectedRevision: 0, log })).toMatchObject({ ok: true })
  return value.number
}
