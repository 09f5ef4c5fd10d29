import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { promptAnswerSchema } from '#shared/prompts/prompt-answer.ts'
import { promptSchema } from '#shared/prompts/prompt.ts'
import { kindsOfReport, reportKinds, usualParts, type ReportKind } from '#shared/reports/report-kinds.ts'
import { clientAlliance } from '#shared/series/testing/own-series.ts'
import { receivedCommentSchema } from '#shared/replies/comment.ts'
import { consentSchema } from '#shared/sharing/consent.ts'
import { sentShareSchema } from '#shared/sharing/shared-client.ts'
import { agendaItemSchema } from '#shared/supervision/agenda.ts'
import { agreementSchema } from '#shared/supervision/meeting.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { outcomeOverview, phq9 } from '../testing/example-outcome.ts'
import { exampleClient, exampleNote, exampleOverview, repairedFall } from '../testing/example-overview.ts'
import { buildReport, isComplete } from './build-report.ts'
import { wordsOf } from './report.ts'
import type { ReportOrder } from './report-source.ts'
import { exampleLog, exampleRecord, exampleResponse } from './testing/example-record.ts'

const secret = 'spoke of the brother'
const comment = 'I felt heard today'

const blankItem = {
  sessionId: null,
  promptAnswerId: null,
  meetingId: null,
  line: '',
  reason: null,
  putOffCount: 0,
  putOffSince: null,
}

const fullSession = () =>
  exampleLog(8, {
    session: { notes: secret },
    ruptureNote: { ...exampleNote, tried: ['owned-my-part'], note: 'it was the clock' },
    events: [{ id: crypto.randomUUID(), kind: 'client-cried', note: 'near the end' }],
    responses: [
      exampleResponse('phq-9', { 'little-interest': 2 }),
      exampleResponse('attune-session-experience', { 'felt-empathy': 7 }, { comment }),
      exampleResponse(
        'attune-feelings-before',
        { supportive: 3, inadequate: 6 },
        { rater: 'therapist', occasion: 'before', words: ['liking'] },
      ),
      exampleResponse(
        'attune-feelings-after',
        { supportive: 5, inadequate: 2 },
        { rater: 'therapist', words: ['helpless', 'drained', 'not-offered'] },
      ),
    ],
  })

function build(kind: ReportKind, change: Partial<ReportOrder> = {}) {
  const report = buildReport(
    {
      kind,
      parts: usualParts(kind),
      question: 'How do I name it?',
      record: exampleRecord({ sessions: [fullSession()] }),
      overview: exampleOverview(repairedFall, { notes: { 8: exampleNote } }),
      madeOn: new Date('2025-06-01T10:00:00Z'),
      ...change,
    },
    i18next.t,
  )
  return { report, words: wordsOf(report), ids: report.sections.map(({ id }) => id) }
}

beforeAll(startI18n)

describe('a report for the file', () => {
  test('has its parts in the chosen order, and says which were left out', () => {
    const { ids, words } = build('file', { parts: ['sessions', 'summary'] })
    expect(ids).toEqual(['sessions', 'summary', 'not-in'])
    expect(words).toContain('These parts were left out: How the relationship goes, Questionnaires, Drops')
    expect(words).not.toContain(secret)
  })

  test('has every session in its table, however many there are', () => {
    const overview = exampleOverview(Array.from({ length: 64 }, () => 7))
    const { report } = build('file', { overview, parts: ['sessions'] })
    const [table] = report.sections[0]!.blocks
    expect(table).toMatchObject({ kind: 'table', rows: { length: 64 } })
  })

  test('has both scores of a form that was answered before and after a session', () => {
    const overview = exampleOverview([7, 8])
    overview.sessions[1]!.scoresBefore[clientAlliance] = 5.5
    const { words } = build('file', { overview, parts: ['sessions'] })
    expect(words).toContain('| 8 (5.5 before the session)')
    expect(words.match(/before the session/g)).toHaveLength(1)
  })

  test('tells the drop, the noted rupture and what was tried', () => {
    const { words } = build('file')
    expect(words).toContain('R1: session 9, client’s rating, at rupture level')
    expect(words).toContain('Noticed by the therapist: withdrawal, 5 of 10 in strength.')
    expect(words).toContain('Tried: owned the therapist’s part. Still open.')
    expect(words).toContain('it was the clock')
    expect(words).toContain('Client cried: near the end')
  })

  test('says that a client is invented', () => {
    const record = exampleRecord()
    const invented = { ...record, client: { ...record.client, isFictional: true } }
    expect(build('file', { record: invented }).words).toContain('This client is invented.')
    expect(build('file').words).not.toContain('invented')
  })
})

test('the marks on the axis of the course are explained, to the client as “your rating”, and no others are', () => {
  const unrated = exampleOverview([7, 7, null, 7, 7])
  expect(build('file', { overview: unrated }).words).toContain(
    'Crosses are sessions held without the client’s rating.',
  )
  expect(build('client', { overview: unrated }).words).toContain('Crosses are sessions without your rating.')
  for (const kind of ['file', 'client'] as const) {
    expect(build(kind, { overview: unrated }).words).not.toContain('Circles with a line')
    expect(build(kind, { overview: exampleOverview([7, 7, 7]) }).words).not.toContain('Crosses')
  }
})

test('a questionnaire has its cut-offs and its corridor for a colleague, and neither for the client', () => {
  const chartOf = (kind: ReportKind) =>
    build(kind, {
      overview: outcomeOverview([17, 15, 9]),
      parts: ['outcome'],
    }).report.sections[0]?.blocks.find((block) => block.kind === 'chart')?.chart
  expect(chartOf('file')?.line).toMatchObject({
    corridor: { from: 0, low: 11, high: 23 },
    hasTherapist: false,
  })
  expect(chartOf('file')?.line?.scores.some(({ isCutoff }) => isCutoff)).toBe(true)
  expect(chartOf('client')?.line).toBeUndefined()
})

describe('a report for supervision', () => {
  test('ends in the question as it was typed, and can’t be made without one', () => {
    const { report } = build('supervision', { question: '  Line one\nline two ' })
    expect(report.sections.at(-1)).toEqual({
      id: 'question',
      title: 'Question for supervision',
      blocks: [{ kind: 'typed', text: 'Line one\nline two' }],
    })
    const parts = usualParts('supervision')
    expect(isComplete({ kind: 'supervision', parts, question: ' \n' })).toBe(false)
    expect(isComplete({ kind: 'supervision', parts, question: 'Why?' })).toBe(true)
    expect(isComplete({ kind: 'supervision', parts: [], question: 'Why?' })).toBe(false)
    expect(isComplete({ kind: 'file', parts: ['summary'], question: '' })).toBe(true)
  })

  test('shows the therapist’s feelings before and after, and leaves notes and comments out', () => {
    const { words } = build('supervision')
    expect(words).toContain('Feelings before and after the session, as “before → after”')
    expect(words).toContain('Supportive (0 to 10) | 3 → 5')
    expect(words).toContain('Inadequate (0 to 10) | 6 → 2')
    expect(words).toContain('Words chosen | before: Liking; after: Drained and Helpless')
    expect(words).not.toContain(secret)
    expect(words).not.toContain(comment)
  })

  test('shows notes and comments if they are chosen', () => {
    const { words } = build('supervision', { parts: ['notes', 'words'] })
    expect(words).toContain(secret)
    expect(words).toContain(comment)
  })
})

describe('prompts in a report', () => {
  const because = 'You rated the alliance 2 points lower than the client did.'
  const prompt = {
    ruleId: 'example',
    ruleVersion: 1,
    title: 'Your view lies lower',
    area: 'congruence',
    because,
    numbers: [{ label: 'Points', value: 2, n: 1 }],
    suggestion: 'You could ask.',
    rule: 'A rule.',
    changedParameters: [],
    strength: 'One study.',
    cantTell: 'The cause.',
    source: { articleId: 'a', citation: 'Somebody, 2020', effectId: 'e' },
    furtherSources: [],
    also: [],
    sessionNumber: 8,
  }

  test.each(['file', 'supervision'] as const)(
    'are quoted, because “you” in them is not who reads it: %s',
    (kind) => {
      const overview = { ...exampleOverview(repairedFall), prompts: [promptSchema.parse(prompt)] }
      const { words } = build(kind, { overview, parts: ['prompts'] })
      expect(words).toContain('“you” in them is the therapist')
      expect(words).toContain(`“${because}”`)
      expect(words).toContain('“You could ask.”')
    },
  )

  test('say nothing of quotations where there is none', () => {
    expect(build('file', { parts: ['prompts'] }).words).not.toContain('quoted')
  })
})

describe('a report to look at with the client', () => {
  test('says once what its chart is of', () => {
    const { words, report } = build('client', { parts: ['course'] })
    expect(report.sections[0]?.title).toBe('How we work together')
    const charts = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'))
    expect(charts).toMatchObject([{ chart: { title: 'Your ratings' } }])
    expect(words.match(/How we work together/g)).toHaveLength(2)
  })

  test('has no drop, rupture, note, prompt, mean, limit or cut-off, even with every part chosen', () => {
    const overview = outcomeOverview([17, 15, 9])
    const ofOutcome = build('client', { overview, parts: kindsOfReport.client.offered })
    const ofAlliance = build('client', { parts: kindsOfReport.client.offered })
    expect(ofOutcome.words).toContain('In session 1 you had 17 points, in session 3 you had 9.')
    expect(ofAlliance.words).toContain(
      'The first rating was 7.5, in session 1. The last was 7.5, in session 11.',
    )
    expect(ofAlliance.words).toContain(comment)
    for (const { words, report } of [ofOutcome, ofAlliance]) {
      expect(words).not.toMatch(/rupture|drop|cut-off|reliable|threshold|withdrawal|R1|mean/i)
      expect(words).not.toContain(secret)
      const charts = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'))
      expect(charts.length).toBeGreaterThan(0)
      for (const chart of charts)
        expect(chart).toMatchObject({
          chart: { episodes: [], reported: [], mean: null, hasTherapist: false, clientName: 'You' },
        })
    }
    expect(phq9.cutoffs?.length).toBeGreaterThan(0)
  })
})

describe('the whole record', () => {
  test('has every question with its answer and its label, all that was written, and the earlier versions', () => {
    const [question] = phq9.items
    const version = exampleLog(8, { session: { notes: 'as first written' } })
    const record = exampleRecord({
      sessions: [fullSession()],
      versions: [version],
      kept: { until: '2030-01-01', reason: 'a complaint is open' },
      drafts: 2,
      hiddenRatings: 1,
    })
    const given = { [question!.id]: 2, 'not-a-question': 1 }
    record.sessions[0]!.responses[0]!.answers = exampleResponse('phq-9', given).answers
    record.sessions[0]!.responses[0]!.fromPaperAt = '2026-05-12T10:00:00.000Z'
    const { words } = build('record', { record })
    expect(words).toContain(`${question!.text} – ${question!.labels?.[2]?.text} (2)`)
    expect(words).toContain(
      'PHQ-9, answered by the client after the session, entered from paper on May 12, 2026',
    )
    for (const text of [secret, comment, 'it was the clock', 'near the end', 'as first written'])
      expect(words).toContain(text)
    expect(words).toContain('Earlier version 1, saved on')
    expect(words).toContain('Kept until Jan 1, 2030: a complaint is open')
    expect(words).toContain('2 drafts are not saved yet.')
    expect(words).toContain('One rating of emotions is hidden from the therapist')
  })

  test('says how what was open from a session ended, in sessions with and without a noted rupture', () => {
    const sessions = [fullSession(), exampleLog(8)]
    const record = exampleRecord({
      sessions,
      closings: sessions.map(({ session }) => ({
        sessionId: session.id,
        isOfFall: true,
        isOfNote: false,
        how: 'understood',
        words: `spoken about ${String(session.number)}`,
        closedOn: '2025-06-01',
      })),
    })
    for (const kind of ['record', 'supervision'] as const) {
      const { words } = build(kind, { record })
      expect(words).toContain(
        'On Jun 1, 2025 the therapist closed what was open from this session: talked about',
      )
      for (const { session } of sessions) expect(words).toContain(`spoken about ${String(session.number)}`)
    }
  })

  test('has what was brought to supervision with its question, and what was agreed there', () => {
    const id = '5b1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11'
    const session = exampleLog(8)
    const about = { clientId: exampleClient.id, createdAt: '2026-03-02T15:00:00.000Z', id }
    const record = exampleRecord({
      sessions: [session],
      agenda: [
        {
          kind: 'session',
          sessionId: session.session.id,
          question: 'What keeps us apart?',
          state: 'discussed',
        },
        { kind: 'client', question: '', state: 'put-off', putOffCount: 2 },
      ].map((item) => agendaItemSchema.parse({ ...blankItem, ...about, ...item })),
      agreements: [
        agreementSchema.parse({
          id,
          meetingId: id,
          clientId: exampleClient.id,
          agreedOn: '2026-03-12',
          text: 'Name the silence',
          state: 'tried',
          answeredOn: '2026-03-20',
        }),
      ],
    })
    const { words } = build('record', { record })
    expect(words).toContain('Brought to supervision on Mar 2, 2026')
    expect(words).toContain('About session 8. Discussed.')
    expect(words).toContain('What keeps us apart?')
    expect(words).toContain('About the client. Put off 2 times.')
    expect(words).toMatch(/Agreed on Mar 12, 2026\nName the silence\nTried, as answered on Mar 20, 2026\./)
    expect(build('file', { record, parts: kindsOfReport.file.offered }).words).not.toContain('keeps us apart')
  })

  test('names the prompt that was brought to supervision', () => {
    const id = '5b1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11'
    const createdAt = '2026-03-02T15:00:00.000Z'
    const answer = promptAnswerSchema.parse({
      id,
      clientId: exampleClient.id,
      ruleId: 'a-rule',
      ruleVersion: 1,
      answer: 'supervision',
      reason: null,
      note: '',
      sessionNumber: 8,
      prompt: {
        title: 'A withdrawal to come back to',
        because: 'Withdrawal was noted.',
        numbers: [{ label: 'Strength', value: 4, n: 1 }],
        suggestion: 'You could ask.',
        source: { articleId: 'a', effectId: 'b', citation: 'Ada, 2025' },
        sessionNumber: 8,
      },
      answeredAt: createdAt,
      discussedAt: null,
    })
    const item = { ...blankItem, id, clientId: exampleClient.id, kind: 'prompt', createdAt, question: '' }
    const record = exampleRecord({
      agenda: [agendaItemSchema.parse({ ...item, promptAnswerId: id, state: 'open' })],
      promptAnswers: [answer],
    })
    expect(build('record', { record, parts: ['agenda'] }).words).toContain(
      'About the prompt “A withdrawal to come back to”. On the agenda.',
    )
  })

  test('has what the client agreed to, what was shared with whom, and what they wrote back', () => {
    const id = '5b1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11'
    const clientId = exampleClient.id
    const record = exampleRecord({
      consents: [
        consentSchema.parse({
          id,
          clientId,
          contactId: id,
          contactName: 'Ada',
          givenOn: '2026-03-01',
          manner: 'in-person',
          said: 'without the name',
          withdrawnOn: '2026-03-20',
          recordedAt: '2026-03-01T15:00:00Z',
        }),
      ],
      sent: [
        sentShareSchema.parse({
          contactName: 'Ada',
          sentAt: '2026-03-02T15:00:00Z',
          choice: {
            clientId,
            question: 'Where do I begin?',
            series: ['one', 'two'],
            sessions: { kind: 'last', count: 5 },
            withDates: false,
            withRuptures: true,
            withNotes: true,
            withWords: false,
          },
        }),
      ],
      comments: [
        receivedCommentSchema.parse({
          id,
          clientId,
          contactId: id,
          contactName: 'Ada',
          about: { kind: 'episode', series: 'client/attune-alliance-client/alliance', peak: 11 },
          text: 'You waited well.',
          study: { title: 'Repair', reference: 'Lee, 2020', doi: null, finding: 'it helps' },
          cameAt: '2026-03-05T15:00:00Z',
          readAt: null,
        }),
      ],
    })
    const { words } = build('record', { record })
    expect(words).toMatch(
      /With Ada\nIn person, on Mar 1, 2026\.\nwithout the name\nWithdrawn on Mar 20, 2026\./,
    )
    expect(words).toContain(
      'The last 5 sessions up to then. 2 scales. With ruptures that were noted. With notes.\nQuestion:\nWhere do I begin?',
    )
    expect(words).toMatch(
      /Ada: Drop after session 11\nYou waited well\.\nA study found: it helps\nRepair \(Lee, 2020\)/,
    )
    expect(words).not.toContain('With dates.')
    for (const kind of ['file', 'supervision', 'client'] as const)
      expect(build(kind, { record, parts: kindsOfReport[kind].offered }).words).not.toContain('Ada')
  })

  test('has the answers of a form that is gone, by the short names of its questions', () => {
    const gone = exampleResponse('gone-form', { 'how-was-it': 4, 'and-then': null })
    const record = exampleRecord({ sessions: [exampleLog(1, { responses: [gone] })] })
    const { words } = build('record', { record })
    expect(words).toContain('gone-form, version 1, answered by the client after the session.')
    expect(words).toContain('how-was-it – 4')
    expect(words).toContain('and-then – left out')
  })
})

test.each(reportKinds)('a client without a session has a report of every kind: %s', (kind) => {
  const { report, words } = build(kind, { record: exampleRecord(), overview: exampleOverview([]) })
  for (const { blocks } of report.sections) expect(blocks).not.toEqual([])
  expect(words).not.toMatch(/undefined|NaN|\{\{/)
})

test.each(reportKinds)('a client with one rating has a report of every kind: %s', (kind) => {
  const record = exampleRecord({ sessions: [exampleLog(1)] })
  const { words } = build(kind, { record, overview: exampleOverview([7]) })
  expect(words).not.toMatch(/undefined|NaN|\{\{/)
})

test.each(reportKinds)('no text is cut, be it 100,000 characters long: %s', (kind) => {
  const long = `begin ${'x'.repeat(99_990)} end`
  const parts = kindsOfReport[kind].offered
  const responses = [exampleResponse('attune-session-experience', { 'felt-empathy': 7 }, { comment: long })]
  const record = exampleRecord({ sessions: [exampleLog(1, { responses })] })
  expect(build(kind, { record, parts, overview: exampleOverview([7]) }).words).toContain(long)
})
