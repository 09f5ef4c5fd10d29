import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StripRow } from '#renderer/parts/charts/strip-types.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { promptAnswerSchema } from '#shared/prompts/prompt-answer.ts'
import { newestShipped } from '#shared/series/testing/own-series.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { episodeViews } from '../episode-view.ts'
import { pastOf } from '../past-sessions.ts'
import { exampleNote, exampleOverview, exampleSession, repairedFall } from '../testing/example-overview.ts'
import { ratedOverview, type Rated } from '../testing/rated-overview.ts'
import { emotionsPanel } from './emotions-panel.ts'
import { feelingsPanel } from './feelings-panel.ts'
import { guessesPanel } from './guesses-panel.ts'
import { momentsPanel } from './moments-panel.ts'
import { rowsWithin } from './panel.ts'

let t: TFunction
beforeAll(() => {
  startI18n()
  t = i18next.t
})

const past = (...given: Parameters<typeof ratedOverview>) => pastOf(ratedOverview(...given))
const contentOf = (rows: readonly StripRow[] | undefined, name: string) =>
  rows?.find((row) => row.name === name)?.content
const times = (count: number, rated: Rated) => Array.from({ length: count }, () => rated)

const before = 'therapist/attune-feelings-before/supportive'
const after = 'therapist/attune-feelings-after/supportive'
const anger = 'client/attune-emotions-client/anger'
const joy = 'client/attune-emotions-client/joy'
const guessedAnger = 'therapist/attune-emotions-guess/anger'
const guessedJoy = 'therapist/attune-emotions-guess/joy'

describe('the therapist’s feelings', () => {
  test('go from before to after in one row, and a session without one of the two keeps the other', () => {
    const panel = feelingsPanel(past([{ [before]: 5, [after]: 7 }, { [before]: 4 }, { [after]: 6 }, {}]), t)
    expect(contentOf(panel?.rows, 'Supportive')).toEqual({
      kind: 'change',
      before: [5, 4, null, null],
      after: [7, null, 6, null],
      minimum: 0,
      maximum: 10,
    })
    const [row] = panel?.rows ?? []
    expect([0, 1, 2, 3].map((index) => row?.wordsAt(index))).toEqual([
      '5 before, 7 after',
      '4 before',
      '6 after',
      'not rated',
    ])
  })

  test('have the words chosen before and after as a row of marks, also where no feeling was rated', () => {
    const felt = { before: ['Liking'], after: ['Drained', 'Helpless'] }
    const changes = { 2: { feelingWords: felt } }
    const words = feelingsPanel(past([{ [before]: 5 }, {}], { changes }), t)?.rows.at(-1)
    expect(words).toMatchObject({ name: 'Words chosen', content: { kind: 'moments' } })
    expect([0, 1].map((index) => words?.wordsAt(index))).toEqual([
      'none',
      'before: Liking; after: Drained and Helpless',
    ])
    const alone = feelingsPanel(past([{}, {}], { changes }), t)
    expect(alone?.sentence).toBe('Words were chosen in 1 session; no feeling was rated.')
    expect(alone?.rows).toHaveLength(1)
  })

  test('of one form that is answered before and after go from the one to the other', () => {
    const changes = { 1: { scoresBefore: { [after]: 2 } } }
    const panel = feelingsPanel(past([{ [after]: 6 }, { [after]: 5 }], { changes }), t)
    expect(contentOf(panel?.rows, 'Supportive')).toMatchObject({ before: [2, null], after: [6, 5] })
  })

  test('have an average from as many sessions on as a comparison needs', () => {
    const sentence = (count: number) =>
      feelingsPanel(past(times(count, { [before]: 5, [after]: 7 })), t)?.sentence
    expect(sentence(5)).toBe('Supportive: 5 sessions with both; 6 are needed for an average.')
    expect(sentence(6)).toBe('Supportive was 5 before and 7 after on average (6 sessions).')
  })

  test('of a made-up form are drawn on its own scale, also without a form for before', () => {
    const shipped = newestShipped('attune-feelings-after')
    const warm = instrumentSchema.parse({
      ...shipped,
      id: 'made-up',
      items: [{ ...shipped?.items[0], id: 'warm', minimum: 1, maximum: 5 }],
      scales: [{ ...shipped?.scales[0], id: 'warm', title: 'Warm', items: ['warm'], minimum: 1, maximum: 5 }],
    })
    const panel = feelingsPanel(past([{ 'therapist/made-up/warm': 3 }], { instruments: [warm] }), t)
    expect(contentOf(panel?.rows, 'Warm')).toMatchObject({
      before: [null],
      after: [3],
      minimum: 1,
      maximum: 5,
    })
  })

  test('have no panel if none was rated', () => {
    expect(feelingsPanel(past([{ [anger]: 3 }]), t)).toBeNull()
  })
})

describe('the client’s emotions', () => {
  test('have a row each, and the sentence names the strongest of the session rated last', () => {
    const panel = emotionsPanel(past([{ [anger]: 8, [joy]: 1 }, { [anger]: 2, [joy]: 6 }, {}]), t)
    expect(panel?.rows.map(({ name, note }) => [name, note])).toEqual([
      ['Angry', 'last 2'],
      ['Happy', 'last 6'],
    ])
    expect(panel?.sentence).toBe('In session 2 the client rated Happy highest, at 6 (2 sessions rated).')
  })

  test('are shown without the means that only repeat them, and as means where there is nothing else', () => {
    const mean = 'client/attune-emotions-client/negative'
    const names = (rated: Rated) => emotionsPanel(past([rated]), t)?.rows.map(({ name }) => name)
    expect(names({ [anger]: 3, [mean]: 3 })).toEqual(['Angry'])
    expect(names({ [mean]: 3 })).toEqual(['Negative emotions'])
  })

  test('that were rated before the session too are said with both numbers', () => {
    const changes = { 1: { scoresBefore: { [anger]: 7 } } }
    const [row] = emotionsPanel(past([{ [anger]: 3 }], { changes }), t)?.rows ?? []
    expect(row?.wordsAt(0)).toBe('3 (7 before the session)')
  })

  test('of a missed session are called missed, and of a held one not rated', () => {
    const panel = emotionsPanel(past([{ [anger]: 3 }, {}, {}], { changes: { 3: { status: 'no-show' } } }), t)
    const [row] = panel?.rows ?? []
    expect(row?.wordsAt(1)).toBe('not rated')
    expect(row?.wordsAt(2)).toBe('not rated: client did not come')
  })
})

describe('the guesses', () => {
  test('are drawn by how far they lie over or under the client’s rating', () => {
    const panel = guessesPanel(
      past([
        { [anger]: 3, [guessedAnger]: 8 },
        { [anger]: 3, [guessedAnger]: 2 },
        { [anger]: 3, [guessedAnger]: 3 },
        { [anger]: 3 },
      ]),
      t,
    )
    expect(contentOf(panel?.rows, 'Angry')).toMatchObject({ values: [5, -1, 0, null], reach: 5 })
    const [row] = panel?.rows ?? []
    expect([0, 1, 2, 3].map((index) => row?.wordsAt(index))).toEqual([
      '5 higher (you 8, client 3)',
      '1 lower (you 2, client 3)',
      'the same (you 3, client 3)',
      'not rated',
    ])
  })

  test('are said to be off by a number only from enough pairs on, and n is always given', () => {
    const rated = { [anger]: 3, [guessedAnger]: 5, [joy]: 4, [guessedJoy]: 4 }
    const few = guessesPanel(past(times(5, rated)), t)
    expect(few?.sentence).toBe(
      'Once 6 sessions have a guess and a rating, Attune shows how far off your guesses are; so far 5.',
    )
    expect(few?.rows.map(({ note }) => note)).toEqual(['5 guesses', '5 guesses'])
    const enough = guessesPanel(past(times(6, rated)), t)
    expect(enough?.sentence).toBe(
      'Your guesses were closest for Happy (off by 0 on average) and furthest off for Angry (2).',
    )
    expect(enough?.rows.map(({ note }) => note)).toEqual(['off by 2, n 6', 'off by 0, n 6'])
  })

  test('have no panel without a rating beside one', () => {
    expect(guessesPanel(past([{ [anger]: 3 }, { [guessedAnger]: 3 }]), t)).toBeNull()
  })
})

describe('what was noted', () => {
  const overview = exampleOverview(repairedFall, { notes: { 9: exampleNote } })
  const sessions = overview.sessions.map((session) =>
    session.number === 2 ? exampleSession(2, { events: ['client-cried'], hasNotes: true }) : session,
  )
  const noted = pastOf({ ...overview, sessions })
  const panel = () => momentsPanel(noted, episodeViews(noted), [], [], t)

  test('has a row for ruptures, drops, events and notes, with a word each', () => {
    expect(panel()?.sentence).toBe('1 rupture noted, 1 drop found, events in 1 session, notes on 1 session.')
    expect(
      panel()?.rows.map(({ name, content }) => [name, content.kind === 'moments' ? content.moments : []]),
    ).toEqual([
      ['Ruptures', [{ index: 8, to: 8, words: 'Withdrawal' }]],
      ['Drops', [{ index: 7, to: 9, words: 'R1 repaired' }]],
      ['Events', [{ index: 1, to: 1, words: 'client cried' }]],
      ['Notes', [{ index: 1, to: 1, words: 'note' }]],
    ])
  })

  test('marks the sessions taken to supervision, and says if that could not be read', () => {
    const answer = (sessionNumber: number, kind: string, discussedAt: string | null) =>
      promptAnswerSchema.parse({
        id: crypto.randomUUID(),
        clientId: overview.client.id,
        ruleId: 'rupture-open',
        ruleVersion: 2,
        answer: kind,
        reason: null,
        note: '',
        sessionNumber: 10,
        prompt: {
          title: 'A drop',
          because: 'Alliance was 4.5.',
          numbers: [{ label: 'Client’s alliance', value: 4.5, n: 1 }],
          suggestion: 'You could ask.',
          source: { articleId: 'babl-2022', effectId: 'resolution', citation: 'Babl and others, 2022' },
          sessionNumber,
        },
        answeredAt: '2025-04-01T10:00:00.000Z',
        discussedAt,
      })
    const answers = [
      answer(3, 'supervision', null),
      answer(5, 'supervision', '2025-04-02T10:00:00.000Z'),
      answer(6, 'helpful', null),
    ]
    const marked = momentsPanel(noted, [], answers, [], t)
    expect(contentOf(marked?.rows, 'Supervision')).toMatchObject({
      moments: [
        { index: 2, words: 'to supervision' },
        { index: 4, words: 'discussed' },
      ],
    })
    expect(marked?.note).toBeNull()
    expect(momentsPanel(noted, [], null, [], t)?.note).toBe(
      'What was taken to supervision could not be read.',
    )
  })

  test('marks the last session before an agreement, and one before the first session at the first', () => {
    const agreements = [
      { agreedOn: '2024-12-01', text: 'Wait' },
      { agreedOn: noted.sessions[3]?.date ?? '', text: 'Name the silence' },
    ]
    const marked = momentsPanel(noted, [], [], agreements, t)
    expect(contentOf(marked?.rows, 'Supervision')).toMatchObject({
      moments: [
        { index: 0, words: 'agreed: Wait' },
        { index: 3, words: 'agreed: Name the silence' },
      ],
    })
    expect(momentsPanel(noted, [], [], null, t)?.note).toBe(
      'What was taken to supervision could not be read.',
    )
  })

  test('a supervisor’s comment is a mark at its session', () => {
    const marked = momentsPanel(noted, [], [], [{ session: 2, text: 'name the silence' }], t)
    const row = marked?.rows.find(({ id }) => id === 'supervision')
    expect(row?.wordsAt(1)).toBe('comment: name the silence')
    expect(row?.wordsAt(0)).toBe('none')
  })

  test('keeps the part of a drop that lies in the range', () => {
    const [, falls] = rowsWithin(panel()?.rows ?? [], { from: 8, to: 9 })
    expect(falls?.content).toMatchObject({ moments: [{ index: 0, to: 1, words: 'R1 repaired' }] })
    expect(falls?.wordsAt(0)).toBe('R1 repaired')
  })

  test('has no panel if nothing was', () => {
    const empty = pastOf(exampleOverview([7]))
    expect(momentsPanel(empty, [], [], [], t)).toBeNull()
  })
})
