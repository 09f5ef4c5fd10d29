import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { endorsedRiskItems, validateAnswers, validateChosenWords } from '#shared/instruments/response.ts'
import { clientEntrySchema, codeKey } from '#shared/records/client.ts'
import { sessionLogSchema } from '#shared/records/session-log.ts'
import { createSampleCaseload } from './create-sample-caseload.ts'
import { sampleStories } from './stories/sample-stories.ts'

const present = { today: '2026-03-18', zone: 'Europe/Oslo', now: '2026-03-18T10:20:00.000Z' }
const { clients, logs } = createSampleCaseload(present)

function logsOf(clientId: string) {
  return logs.filter(({ session }) => session.clientId === clientId)
}

const instrumentFiles = import.meta.glob('../../../assets/instruments/**/*.json', {
  eager: true,
  import: 'default',
})
const instruments = new Map(
  Object.values(instrumentFiles)
    .map((file) => instrumentSchema.parse(file))
    .map((instrument) => [`${instrument.id}@${String(instrument.version)}`, instrument]),
)

describe('the sample caseload', () => {
  it('fits the schemas of clients and sessions', () => {
    for (const client of clients) {
      expect(clientEntrySchema.parse(client)).toEqual(client)
    }
    for (const log of logs) {
      expect(sessionLogSchema.parse(log)).toEqual(log)
    }
  })

  it('is the same for the same day, zone and instant', () => {
    expect(createSampleCaseload({ ...present })).toEqual({ clients, logs })
  })

  it('keeps ids and ratings on another day, and shifts the dates', () => {
    const later = createSampleCaseload({ ...present, today: '2026-03-25', now: '2026-03-25T10:20:00.000Z' })
    expect(later.clients.map(({ id }) => id)).toEqual(clients.map(({ id }) => id))
    expect(later.logs.map(({ responses }) => responses.map(({ answers }) => answers))).toEqual(
      logs.map(({ responses }) => responses.map(({ answers }) => answers)),
    )
    expect(later.logs.map(({ session }) => session.date)).not.toEqual(logs.map(({ session }) => session.date))
  })

  it('holds twelve clients with codes of their own, each with 6 to 40 sessions numbered from 1', () => {
    expect(clients).toHaveLength(12)
    expect(new Set(clients.map(({ code }) => codeKey(code))).size).toBe(12)
    for (const { id, startedOn } of clients) {
      const own = logsOf(id)
      expect(own.length).toBeGreaterThanOrEqual(6)
      expect(own.length).toBeLessThanOrEqual(40)
      expect(own.map(({ session }) => session.number)).toEqual(own.map((_, index) => index + 1))
      expect(own[0]!.session.date).toBe(startedOn)
      const dates = own.map(({ session }) => session.date)
      expect(dates).toEqual([...new Set(dates)].toSorted())
    }
  })

  it('says of every client that they are fictional', () => {
    expect(clients.every(({ notes }) => notes.startsWith('Fictional client.'))).toBe(true)
  })

  it('gives no id twice', () => {
    const ids = [
      ...clients.map(({ id }) => id),
      ...logs.flatMap((log) => [
        log.session.id,
        ...log.responses.map(({ id }) => id),
        ...log.events.map(({ id }) => id),
      ]),
    ]
    expect(ids.length).toBeGreaterThan(1500)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('answers instruments that Attune ships or shipped, each form once per session', () => {
    for (const { responses } of logs) {
      const used = responses.map(({ instrumentId }) => instrumentId)
      expect(new Set(used).size).toBe(used.length)
      for (const response of responses) {
        const instrument = instruments.get(`${response.instrumentId}@${String(response.instrumentVersion)}`)!
        expect(response.rater).toBe(instrument.respondent)
        expect([response.occasion, 'any']).toContain(instrument.occasion)
        expect(Object.keys(response.answers).toSorted()).toEqual(
          instrument.items.map(({ id }) => id).toSorted(),
        )
        expect(validateAnswers(instrument, response.answers)).toEqual([])
        expect(endorsedRiskItems(instrument, response.answers)).toEqual([])
        expect(validateChosenWords(instrument, response.words)).toEqual([])
      }
    }
    const usedAtAll = new Set(logs.flatMap((log) => log.responses.map(({ instrumentId }) => instrumentId)))
    expect(usedAtAll.size).toBe(9)
  })

  it('contains the three kinds of missing answers, and sessions without some of the forms', () => {
    const reasons = logs.flatMap(({ responses }) =>
      responses.flatMap(({ answers }) => Object.values(answers).map(({ missingReason }) => missingReason)),
    )
    expect(new Set(reasons)).toEqual(new Set([null, 'skipped', 'stopped', 'not-asked']))
    const held = logs.filter(({ session }) => session.status === 'held')
    for (const instrumentId of [
      'attune-feelings-before',
      'attune-feelings-after',
      'attune-alliance-client',
      'attune-emotions-guess',
    ]) {
      expect(held.some(({ responses }) => responses.every((one) => one.instrumentId !== instrumentId))).toBe(
        true,
      )
    }
  })

  it('has words, video sessions, events and comments like a real caseload', () => {
    const kinds = new Set(logs.flatMap(({ events }) => events.map(({ kind }) => kind)))
    expect(kinds).toEqual(
      new Set([
        'client-cried',
        'concern-raised',
        'concern-taken-up',
        'cultural-concern',
        'feelings-explored',
        'other',
      ]),
    )
    expect(new Set(logs.map(({ session }) => session.modality))).toEqual(
      new Set(['in-person', 'video', 'phone']),
    )
    const responses = logs.flatMap((log) => log.responses)
    expect(responses.some(({ words }) => words.includes('drained'))).toBe(true)
    expect(responses.some(({ words }) => words.includes('liking'))).toBe(true)
    expect(responses.some(({ comment }) => comment !== '')).toBe(true)
  })

  it('seals a guess only in sessions that have one', () => {
    for (const { session, responses } of logs) {
      const hasGuess = responses.some(({ instrumentId }) => instrumentId === 'attune-emotions-guess')
      expect(session.guess === 'sealed').toBe(hasGuess)
    }
    const skippedBesideRating = logs.filter(
      ({ session, responses }) =>
        session.guess === 'skipped' &&
        responses.some(({ instrumentId }) => instrumentId === 'attune-emotions-client'),
    )
    expect(skippedBesideRating.length).toBeGreaterThan(3)
  })
})

describe('the sample caseload in time', () => {
  it('has no ratings after now, and none in missed or planned sessions', () => {
    for (const { session, responses } of logs) {
      for (const { recordedAt } of responses) {
        expect(recordedAt <= present.now).toBe(true)
      }
      expect(session.closedAt === null || session.closedAt <= present.now).toBe(true)
      if (session.status !== 'held' && session.status !== 'begun') {
        expect(responses).toEqual([])
      }
      if (session.date > present.today) {
        expect(session.status).toBe('planned')
      }
      if (session.status === 'planned') {
        expect(session.date >= present.today).toBe(true)
      }
    }
  })

  it('has one session planned today, one begun with only the Before card, and two planned in the next days', () => {
    const today = logs.filter(({ session }) => session.date === present.today)
    expect(today.map(({ session }) => session.status).toSorted()).toEqual(['begun', 'planned'])
    const begun = today.find(({ session }) => session.status === 'begun')!
    expect(begun.responses.map(({ instrumentId }) => instrumentId)).toEqual(['attune-feelings-before'])
    expect(begun.session.guess).toBe('open')
    const coming = logs.filter(({ session }) => session.date > present.today)
    expect(coming.map(({ session }) => session.date)).toEqual(['2026-03-19', '2026-03-20'])
  })

  it('leaves one earlier session unfinished, with the client’s emotions still waiting for the guess', () => {
    const unfinished = logs.filter(
      ({ session }) => session.date < present.today && session.status === 'begun',
    )
    expect(unfinished).toHaveLength(1)
    expect(unfinished[0]!.session).toMatchObject({ guess: 'open', closedAt: null, date: '2026-03-17' })
    expect(unfinished[0]!.responses.map(({ instrumentId }) => instrumentId)).toContain(
      'attune-emotions-client',
    )
  })

  it('has the same shape on every day of the year and in every zone', () => {
    const days = ['2024-02-29', '2025-01-01', '2025-07-20', '2026-03-29', '2026-12-31']
    for (const today of days) {
      for (const zone of ['Pacific/Kiritimati', 'America/New_York', 'UTC']) {
        const now = `${today}T12:00:00.000Z`
        const there = createSampleCaseload({ today, zone, now }).logs
        expect(there.every((log) => sessionLogSchema.safeParse(log).success)).toBe(true)
        expect(there.filter(({ session }) => session.date === today)).toHaveLength(2)
        expect(there.every(({ responses }) => responses.every((one) => one.recordedAt <= now))).toBe(true)
        for (const { session } of there) {
          expect(session.date <= today || session.status === 'planned').toBe(true)
        }
      }
    }
  })
})

describe('a story', () => {
  it('has no ratings in missed sessions, and only moments within its course', () => {
    for (const story of sampleStories) {
      const past = story.alliance.length
      story.alliance.forEach((rating, index) => {
        const status = story.at[index + 1]?.status
        expect(rating === null, `${story.code} ${index + 1}`).toBe(
          status === 'no-show' || status === 'late-cancel',
        )
        expect(rating === null || (rating * 4) % 1 === 0).toBe(true)
      })
      expect(story.helpfulness?.length ?? past).toBe(past)
      expect(story.negative?.length ?? past).toBe(past)
      expect(Object.keys(story.at).every((number) => Number(number) <= past)).toBe(true)
      expect(story.moments.length).toBeGreaterThan(0)
      expect(story.moments.every(({ session }) => session <= past + (story.next ? 1 : 0))).toBe(true)
    }
  })
})
