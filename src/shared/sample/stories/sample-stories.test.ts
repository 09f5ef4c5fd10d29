import { describe, expect, it } from 'vitest'
import {
  congruence,
  individualsChart,
  outcomeTrack,
  ruptureEpisodes,
  suddenGains,
} from '#shared/analytics/index.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import { createSampleCaseload } from '../create-sample-caseload.ts'
import { allianceItems, negativeItems } from '../forms.ts'
import { sampleStories } from './sample-stories.ts'

const today = '2026-03-18'
const caseload = createSampleCaseload({ today, zone: 'Europe/Oslo', now: '2026-03-18T10:20:00.000Z' })
const phq9Items = Array.from({ length: 9 }, (_, index) => `phq9-${index + 1}`)
const rule = { scaleRange: 10, step: 0.25 }

function pastLogs(name: string): SessionLog[] {
  const story = sampleStories.find((one) => one.name === name)!
  const client = caseload.clients.find(({ code }) => code === story.code)!
  return caseload.logs.filter(({ session }) => session.clientId === client.id && session.date < today)
}

function series(name: string, instrumentId: string, items: readonly string[]): (number | null)[] {
  return pastLogs(name).map(({ responses }) => {
    const response = responses.find((one) => one.instrumentId === instrumentId)
    const values = items.map((item) => response?.answers[item]?.value ?? null)
    const answered = values.filter((value) => value !== null)
    return answered.length === items.length
      ? answered.reduce((sum, value) => sum + value, 0) / items.length
      : null
  })
}

const clientAlliance = (name: string) => series(name, 'attune-alliance-client', allianceItems)
const therapistAlliance = (name: string) => series(name, 'attune-alliance-therapist', allianceItems)
const negative = (name: string) => series(name, 'attune-emotions-client', negativeItems)
const phq9Totals = (name: string) =>
  series(name, 'phq-9', phq9Items).map((mean) => (mean === null ? null : Math.round(mean * phq9Items.length)))
const helpfulness = (name: string) => series(name, 'attune-session-experience', ['helpfulness'])
const views = (name: string) => congruence(clientAlliance(name), therapistAlliance(name))!

function ruptures(name: string) {
  return ruptureEpisodes(clientAlliance(name), rule).filter(({ level }) => level === 'rupture')
}

function ruptureNoteAt(name: string, number: number) {
  return pastLogs(name).find(({ session }) => session.number === number)!.ruptureNote
}

describe('what the analytics find in each story', () => {
  it('a V: one rupture at session 12, reported by both, repaired one session later', () => {
    const found = ruptures('one-session-rupture')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ trough: 11, state: 'repaired', end: 12 })
    expect(ruptureNoteAt('one-session-rupture', 12)).toMatchObject({
      seenBy: 'both',
      resolution: 'unresolved',
    })
    expect(ruptureNoteAt('one-session-rupture', 13)).toMatchObject({ resolution: 'resolved' })
  })

  it('a slow decline: eight sessions down without a note, and repaired in one', () => {
    const found = ruptures('slow-decline')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ peak: 11, trough: 19, state: 'repaired', end: 20 })
    const notes = pastLogs('slow-decline').map(({ ruptureNote }) => ruptureNote)
    expect(notes.slice(0, 20).every((note) => note === null)).toBe(true)
    expect(notes[20]).toMatchObject({ seenBy: 'client', resolution: 'resolved' })
  })

  it('an unrepaired rupture that nobody reported, then missed sessions', () => {
    const found = ruptures('unrepaired-rupture')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ trough: 10, state: 'unrepaired', missed: [12, 13] })
    const logs = pastLogs('unrepaired-rupture')
    expect(logs.every(({ ruptureNote }) => ruptureNote === null)).toBe(true)
    expect(logs.slice(12).map(({ session }) => session.status)).toEqual(['no-show', 'late-cancel', 'no-show'])
  })

  it('ratings near the ceiling: a median of 9 or more', () => {
    const ratings = clientAlliance('near-the-ceiling').filter((rating) => rating !== null)
    const sorted = ratings.toSorted((one, other) => one - other)
    expect(sorted[Math.floor((sorted.length - 1) / 2)]).toBeGreaterThanOrEqual(9)
  })

  it('a therapist who overrates by more than one point and hardly tracks', () => {
    expect(views('therapist-overrates').pairs).toBeGreaterThanOrEqual(20)
    expect(views('therapist-overrates').directionalDiscrepancy).toBeGreaterThan(1)
    expect(views('therapist-overrates').tracking).toBeLessThan(0.6)
  })

  it('a therapist who tracks well, without bias', () => {
    expect(views('therapist-tracks').tracking).toBeGreaterThan(0.6)
    expect(Math.abs(views('therapist-tracks').directionalDiscrepancy)).toBeLessThan(0.5)
  })

  it('a client who never rates, and a therapist who does', () => {
    const responses = pastLogs('never-rates').flatMap((log) => log.responses)
    expect(responses.filter(({ rater }) => rater === 'client')).toEqual([])
    expect(therapistAlliance('never-rates').filter((rating) => rating !== null).length).toBeGreaterThan(12)
  })

  it('one sudden gain, at session 10, with more help felt after it', () => {
    expect(suddenGains(negative('sudden-gain'), { threshold: 2 }).map(({ index }) => index)).toEqual([9])
    const help = helpfulness('sudden-gain').filter((rating) => rating !== null)
    expect(Math.min(...help.slice(9))).toBeGreaterThan(Math.max(...help.slice(0, 8)))
  })

  it('a worsening beyond the limits of the first ten sessions, with the alliance hardly moved', () => {
    const name = 'reliable-worsening'
    const last = pastLogs(name).length - 1
    const help = individualsChart(helpfulness(name), { baseline: 10 })!
    const feeling = individualsChart(negative(name), { baseline: 10 })!
    expect(help.beyond).toContain(last)
    expect(helpfulness(name)[last]).toBeLessThan(help.lower)
    expect(feeling.beyond).toContain(last)
    expect(negative(name)[last]).toBeGreaterThan(feeling.upper)
    expect(ruptures(name)).toEqual([])
  })

  it('a withdrawal, reported, that is repaired in part', () => {
    const found = ruptures('partly-repaired-withdrawal')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ trough: 12, state: 'partly-repaired', end: 15 })
    expect(ruptureNoteAt('partly-repaired-withdrawal', 13)).toMatchObject({ isWithdrawal: true })
  })

  it('a new client with six sessions and a date for the next', () => {
    expect(pastLogs('new-client')).toHaveLength(6)
    const { id } = caseload.clients.find(({ code }) => code === 'Kite')!
    const next = caseload.logs.filter(({ session }) => session.clientId === id && session.date > today)
    expect(next.map(({ session }) => session.status)).toEqual(['planned'])
  })

  it('a therapy that ended, with a rupture in the numbers that nobody reported', () => {
    expect(caseload.clients.find(({ code }) => code === 'Orchard')!.status).toBe('ended')
    const found = ruptures('ended-therapy')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ trough: 16, state: 'repaired', end: 18 })
    expect(pastLogs('ended-therapy').every(({ ruptureNote }) => ruptureNote === null)).toBe(true)
  })

  it('no rupture in the numbers of any other client, though two therapists report one', () => {
    const others = [
      'near-the-ceiling',
      'therapist-overrates',
      'therapist-tracks',
      'sudden-gain',
      'new-client',
    ]
    for (const name of others) {
      expect(ruptures(name), name).toEqual([])
    }
    expect(ruptureNoteAt('therapist-overrates', 10)).not.toBeNull()
    expect(ruptureNoteAt('therapist-tracks', 12)).not.toBeNull()
  })

  it('a sudden gain on PHQ-9 from session 9 to 10, and no other', () => {
    const totals = phq9Totals('sudden-gain')
    expect(suddenGains(totals, { threshold: 6 })).toEqual([{ index: 9, size: 7 }])
    expect(totals[5]).toBeNull()
  })

  it('PHQ-9 that gets reliably worse and comes to the cut-off', () => {
    const track = outcomeTrack(phq9Totals('reliable-worsening'), { reliableChange: 6, cutoff: 10 })
    expect(track).toMatchObject({ change: 8, state: 'reliably-worse', current: { value: 17 } })
    expect(track?.baseline.value).toBeLessThan(10)
  })
})
