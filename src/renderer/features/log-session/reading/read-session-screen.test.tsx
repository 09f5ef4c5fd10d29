import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { exampleComment } from '#shared/bundles/testing/example-reply.ts'
import { promptAnswerSchema } from '#shared/prompts/prompt-answer.ts'
import { responseIdSchema, sessionEventIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import type { Response, StoredSessionLog } from '#shared/records/session-log.ts'
import { receivedCommentSchema, type ReceivedComment } from '#shared/replies/comment.ts'
import { ownWordsSchema, type OwnWords } from '#shared/records/own-words.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import {
  client,
  clientId,
  clientResponse,
  createFakeVault,
  logWith,
  savedAt,
  sessionId,
  storedOf,
} from '../testing/fake-vault.ts'
import { ReadSessionScreen } from './read-session-screen.tsx'

afterEach(cleanup)

const [before, after] = [6, 9].map((number) => ({
  id: sessionIdSchema.parse(`2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d0${number}`),
  number,
}))

/** The therapist's answers to one form, by item id. */
function ownResponse(
  instrumentId: string,
  ratings: Record<string, number>,
  change: Partial<Response> = {},
): Response {
  return {
    ...clientResponse(instrumentId, ratings),
    id: responseIdSchema.parse(crypto.randomUUID()),
    rater: 'therapist',
    ...change,
  }
}

const note = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution: 'partly',
  tried: ['named-it-together', 'asked-about-their-view'],
  note: 'Went quiet after the bill.',
} as const

const full = storedOf(
  logWith(
    {
      status: 'held',
      date: '2025-03-04',
      timeOfDay: '14:05',
      notes: 'Quiet hour.\nI talked more than usual.',
      guess: 'sealed',
    },
    {
      responses: [
        ownResponse('attune-feelings-before', { supportive: 4, inadequate: 2 }, { occasion: 'before' }),
        ownResponse('attune-feelings-after', { supportive: 8, inadequate: 1 }),
        ownResponse('attune-emotions-guess', { sadness: 3 }),
        {
          ...clientResponse('attune-alliance-client', { goals: 7, tasks: 8, bond: 7, overall: 8 }),
          comment: 'I felt heard.',
        },
        clientResponse('attune-emotions-client', { sadness: 7 }),
      ],
      ruptureNote: { ...note, tried: [...note.tried] },
      events: [
        {
          id: sessionEventIdSchema.parse(crypto.randomUUID()),
          kind: 'client-cried',
          note: 'About the sister.',
        },
      ],
    },
  ),
)

function read(
  stored: StoredSessionLog = full,
  {
    versions = [],
    vault = createFakeVault({ stored }),
    at = clientId,
    status = vaultStatus(),
    comments = [],
    ownWords = [],
  }: {
    versions?: StoredSessionLog[]
    vault?: ReturnType<typeof createFakeVault>
    at?: string
    status?: ReturnType<typeof vaultStatus>
    comments?: ReceivedComment[]
    ownWords?: OwnWords[]
  } = {},
) {
  const answer = promptAnswerSchema.parse({
    id: crypto.randomUUID(),
    clientId,
    ruleId: 'after-tears',
    ruleVersion: 1,
    answer: 'helpful',
    reason: null,
    note: 'Will do.',
    sessionNumber: 8,
    prompt: {
      title: 'After tears',
      because: 'The client cried.',
      numbers: [{ label: 'Times', value: 1, n: 1 }],
      suggestion: 'Ask.',
      source: { articleId: 'a', citation: 'Somebody, 2020', effectId: 'e' },
      sessionNumber: 8,
    },
    answeredAt: savedAt,
    discussedAt: null,
  })
  const { handlers } = vault
  const asked: string[] = []
  const view = renderApp({
    at: `/clients/${at}/sessions/${sessionId}`,
    screens: { '/clients/$clientId/sessions/$sessionId': ReadSessionScreen },
    handlers: {
      ...handlers,
      vault: { status: () => status },
      sessions: {
        ...handlers.sessions,
        get: ({ id }) => {
          asked.push(id)
          return handlers.sessions.get()
        },
        versions: () => versions,
        neighbours: () => ({ previous: before ?? null, next: after ?? null }),
      },
      replies: { ofClient: () => comments },
      ownWords: { ofSession: () => ownWords },
      prompts: { history: () => [answer, { ...answer, id: crypto.randomUUID() as never, sessionNumber: 7 }] },
    },
  })
  return { ...view, vault, asked, user: userEvent.setup() }
}

const card = (name: string) => screen.findByRole('region', { name })

describe('a session to read', () => {
  test('has the client’s ratings of goals and problems in the words of that day, an earlier one beside the newest', async () => {
    const rating = (value: number, hour: number, of: string = sessionId) => ({
      sessionId: of,
      value,
      ratedAt: `2025-03-04T${String(hour)}:00:00.000Z`,
    })
    const uuid = (last: number) => `00000000-0000-4000-9000-00000000000${String(last)}`
    const since = '2025-03-01'
    const own = ownWordsSchema.parse({
      id: uuid(1),
      clientId,
      kind: 'problem',
      endedOn: null,
      wordings: [
        { id: uuid(2), words: 'Panic', since, ratings: [rating(9, 10), rating(4, 11)] },
        { id: uuid(3), words: 'Fear of panic', since, ratings: [rating(1, 12, crypto.randomUUID())] },
      ],
    })
    read(full, { ownWords: [own] })
    const words = await card('In the client’s own words')
    expect(words.textContent).toContain('ProblemPanic4 of 10, first 9')
    expect(words.textContent).toContain('lower is better')
    expect(words.textContent).not.toContain('Fear of panic')
  })

  test('shows scores, notes, events, the rupture in sentences, both persons’ words and the prompts answered then', async () => {
    read()
    expect(await screen.findByRole('heading', { level: 1, name: 'Session 8 with Otter' })).toBeTruthy()
    expect(screen.getByText(/Mar 4, 2025 · 2:05.PM · held/)).toBeTruthy()
    const scores = await card('Scores')
    expect(scores.textContent).toContain('Alliance client7.5 of 10')
    expect(scores.textContent).toContain('Supportive you4 before, 8 after of 10')
    expect(scores.textContent).not.toContain('Goals')
    const order = within(scores)
      .getAllByRole('term')
      .map(({ textContent }) => textContent)
    expect(order).toEqual(['Alliance client', 'Supportive you', 'Inadequate you'])
    const notes = await card('Notes')
    expect(notes.textContent).toContain('I talked more than usual.')
    expect(notes.textContent).toContain('About the sister.')
    expect((await card('Rupture and repair')).textContent).toContain(
      'You noticed a withdrawal, 5 of 10 in strength. You tried this: named it together and asked how they saw it. It was partly repaired.Went quiet after the bill.',
    )
    expect((await card('Words')).textContent).toContain('The client wroteI felt heard.')
    const emotions = await card('Emotions: your guess and the client’s rating')
    expect(within(emotions).getByRole('row', { name: /Sad.*3.*7/ })).toBeTruthy()
    const prompts = await card('Prompts you answered at this session')
    expect(within(prompts).getAllByRole('listitem')).toHaveLength(1)
  })

  test('shows what a supervisor wrote about this session, and not about another one', async () => {
    const comment = (session: number, text: string) =>
      receivedCommentSchema.parse({
        ...exampleComment(),
        id: crypto.randomUUID(),
        about: { kind: 'session', session },
        text,
        clientId,
        contactId: crypto.randomUUID(),
        contactName: 'Ruth Lind',
        cameAt: '2026-03-21T09:00:00.000Z',
        readAt: null,
      })
    read(full, { comments: [comment(8, 'Name the silence.'), comment(7, 'Wait.')] })
    const written = await card('From supervision')
    expect(written.textContent).toContain('Name the silence.')
    expect(written.textContent).not.toContain('Wait.')
  })

  test('shows both scores of one form that was answered before and after the session', async () => {
    const form = 'attune-session-experience'
    const early = clientResponse(form, { 'felt-empathy': 4 })
    const late = clientResponse(form, { 'felt-empathy': 9 })
    const twice = [
      late,
      { ...early, id: responseIdSchema.parse(crypto.randomUUID()), occasion: 'before' as const },
    ]
    read(storedOf(logWith({ status: 'held' }, { responses: twice })))
    expect((await card('Scores')).textContent).toMatch(/client4 before, 9 after of 10/)
  })

  test('says how much of a form was answered, and lists no form that the client did not have', async () => {
    const part = clientResponse('attune-alliance-client', { goals: 4, tasks: 5, bond: 8 })
    read(storedOf(logWith({ status: 'held', guess: 'sealed' }, { responses: [part] })))
    expect((await card('Scores')).textContent).toContain('3 of 4 answered')
    const answers = within(await card('What the client answered'))
    expect(answers.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent)).toEqual(
      ['Working together'],
    )
    expect(screen.queryByRole('region', { name: /^Emotions/ })).toBeNull()
  })

  test('shows the therapist’s answers question by question where the client has none', async () => {
    const own = full.responses.filter(({ rater }) => rater === 'therapist')
    const alliance = ownResponse('attune-alliance-therapist', { goals: 6, tasks: 8, bond: 7, overall: 8 })
    const { user } = read(storedOf(logWith({ status: 'held' }, { responses: [...own, alliance] })))
    const answers = within(await card('What you answered'))
    // Forms whose questions are scores of their own are in the row of scores.
    expect(answers.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/emotions/i),
      expect.stringMatching(/working together/i),
    ])
    await user.click(answers.getByRole('button', { name: /working together/i }))
    expect(answers.getByRole('row', { name: /6$/ })).toBeTruthy()
    cleanup()
    read()
    await card('Scores')
    expect(screen.queryByRole('region', { name: 'What you answered' })).toBeNull()
  })

  test('changes nothing, whatever key is pressed, and offers the form as a step of its own', async () => {
    const { user, vault } = read()
    const correct = await screen.findByRole('link', { name: 'Correct' })
    await user.keyboard('5{Enter}7{Backspace}10')
    await user.tab()
    await user.keyboard('3')
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(vault.drafts).toEqual([])
    expect(vault.saves).toEqual([])
    expect(correct.getAttribute('href')).toBe(`/log/${sessionId}`)
  })

  test.each([
    ['ArrowLeft', before],
    ['ArrowRight', after],
  ] as const)('goes to another session with %s', async (key, to) => {
    const { asked } = read()
    await screen.findByRole('link', { name: 'Session 6' })
    expect(screen.getByRole('link', { name: 'Session 9' }).getAttribute('href')).toBe(
      `/clients/${clientId}/sessions/${after?.id}`,
    )
    fireEvent.keyDown(document.body, { key, altKey: true })
    expect(asked).toEqual([sessionId])
    fireEvent.keyDown(document.body, { key })
    await waitFor(() => expect(asked).toEqual([sessionId, to?.id]))
  })

  test('says what hides the client’s emotions, and shows none of them', async () => {
    const alliance = clientResponse('attune-alliance-client', { goals: 4 })
    read(storedOf(logWith({ status: 'held' }, { responses: [alliance] }), true))
    const emotions = await card('Emotions: your guess and the client’s rating')
    expect(emotions.textContent).toContain('They stay hidden until you seal your guess or skip it.')
    expect(within(emotions).queryByRole('table')).toBeNull()
  })

  test.each([
    ['planned', 'This session is planned.', 'Log this session'],
    ['begun', 'This session is not finished.', 'Continue this session'],
  ] as const)('offers the form first for a session that is %s', async (status, words, action) => {
    read(storedOf(logWith({ status })))
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.getByRole('link', { name: action }).getAttribute('href')).toBe(`/log/${sessionId}`)
  })

  test('says that there are changes that were not saved, and shows what was saved', async () => {
    const draft = {
      sessionId,
      clientId,
      baseRevision: 1,
      log: logWith({ notes: 'Half a' }),
      updatedAt: savedAt,
    }
    read(full, { vault: createFakeVault({ stored: full, draft: { ...draft, typedDate: null } }) })
    expect(await screen.findByText(/unsaved changes/)).toBeTruthy()
    expect((await card('Notes')).textContent).toContain('Quiet hour.')
    expect(screen.queryByText('Half a')).toBeNull()
  })

  test('offers nothing that a read-only vault could not save', async () => {
    const status = vaultStatus({ access: 'read-only', readOnlyReason: 'gone-back' })
    read(storedOf(logWith({ status: 'begun' }), true), { status })
    expect(await screen.findByText('This session is not finished.')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Correct' })).toBeNull())
    expect(screen.queryByRole('link', { name: /Continue|guess/ })).toBeNull()
    expect(screen.getByRole('link', { name: 'Session 6' })).toBeTruthy()
  })

  test('tells a missed or cancelled session from one that nobody rated', async () => {
    for (const status of ['no-show', 'cancelled-by-client'] as const) {
      read(storedOf(logWith({ status, durationMinutes: 50 })))
      expect((await card('Scores')).textContent).toContain('There was no session to rate.')
      expect(document.body.textContent).not.toContain('In person')
      expect(document.body.textContent).not.toContain('50 min')
      cleanup()
    }
    read(storedOf(logWith({ status: 'held' })))
    expect((await card('Scores')).textContent).toContain('Nothing was rated in this session.')
  })

  test('lists earlier versions, newest first, with what changed after each', async () => {
    const third = { ...full, revision: 3 }
    const second = { ...full, revision: 2, session: { ...full.session, notes: 'Quiet hour.' } }
    const first = {
      ...second,
      revision: 1,
      responses: second.responses.map((response) =>
        response.instrumentId === 'attune-feelings-after'
          ? { ...response, answers: { ...response.answers, supportive: { value: 6, missingReason: null } } }
          : response,
      ),
    }
    const { user } = read(third, { versions: [second, first] })
    await user.click(await screen.findByRole('button', { name: 'Earlier versions, and what changed' }))
    const [newest, oldest] = await screen.findAllByRole('table', { name: /What changed after version/ })
    if (!newest || !oldest) throw new Error('a version is missing')
    const rows = (table: HTMLElement) =>
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent)
    expect(rows(newest)).toEqual(['NotesQuiet hour.Quiet hour.\nI talked more than usual.'])
    expect(rows(oldest)).toHaveLength(1)
    expect(rows(oldest)[0]).toMatch(/\(you\)68$/)
  })

  test('finds no session under another client’s address', async () => {
    read(full, { at: '7d9d3f42-9a0f-4a52-8f39-2a55d1f2a912' })
    expect(await screen.findByText('This session is no longer there.')).toBeTruthy()
    expect(screen.queryByText(client.code)).toBeNull()
  })
})
