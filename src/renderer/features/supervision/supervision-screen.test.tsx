import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { wellbeingCheckSchema, type WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { newestShipped } from '#shared/series/testing/own-series.ts'
import { listedItemSchema, suggestionSchema, type ListedItem } from '#shared/supervision/agenda.ts'
import { meetingSchema, type Meeting } from '#shared/supervision/meeting.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { SupervisionScreen } from './supervision-screen.tsx'

const clientId = '99999999-9999-4999-8999-999999999999'

const item = (change: object): ListedItem =>
  listedItemSchema.parse({
    id: crypto.randomUUID(),
    clientId: null,
    sessionId: null,
    promptAnswerId: null,
    meetingId: null,
    kind: 'own',
    line: 'Fees',
    reason: null,
    question: '',
    state: 'open',
    putOffCount: 0,
    putOffSince: null,
    createdAt: '2026-03-20T15:00:00.000Z',
    clientCode: null,
    sessionNumber: null,
    prompt: null,
    ...change,
  })

const shipped = [newestShipped('attune-supervision')].filter((form) => form !== null)

const ofClient = { kind: 'client', line: '', clientId, clientCode: 'K-07' }

const gap = suggestionSchema.parse({
  clientId,
  clientCode: 'K-07',
  reason: { kind: 'gap', on: '2026-03-12', evidence: '3 2.50', number: 3, difference: -2.5, sessions: 3 },
})

function show({
  items = [],
  suggestions = [],
  drafts = [],
  fails = false,
  refuses = false,
  meetings = [],
  checks = [],
  hasForm = false,
  status = vaultStatus(),
}: {
  items?: ListedItem[]
  suggestions?: (typeof gap)[]
  drafts?: StoredFormDraft[]
  fails?: boolean
  refuses?: boolean
  meetings?: Meeting[]
  checks?: WellbeingCheck[]
  /** Whether meetings can be rated. */
  hasForm?: boolean
  status?: ReturnType<typeof vaultStatus>
} = {}) {
  let kept = items
  const sent: unknown[] = []
  const app = renderApp({
    at: '/supervision',
    screens: { '/supervision': SupervisionScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      contacts: { list: () => [] },
      replies: { toDiscuss: () => [] },
      instruments: { list: () => (hasForm ? shipped : []) },
      prompts: { own: () => [] },
      vault: { status: () => status },
      wellbeing: { list: () => checks },
      supervision: {
        meetings: () => meetings,
        saveMeeting: (entry) => {
          if (refuses) throw new AppError('disk-full')
          sent.push(entry)
        },
        agenda: () => {
          if (fails) throw new AppError('disk-error')
          return {
            mine: kept.filter(({ state }) => state === 'open'),
            ratings: suggestions,
            putOff: kept.filter(({ state }) => state === 'put-off'),
          }
        },
        setQuestion: ({ id, question }) => {
          if (refuses) throw new AppError('disk-full')
          kept = kept.map((each) => (each.id === id ? { ...each, question } : each))
        },
        move: ({ id, state }) => {
          kept = kept.map((each) => (each.id === id ? { ...each, state } : each))
        },
        takeUp: (input) => {
          sent.push(input)
          const { clientCode: _code, sessionNumber: _number, prompt: _prompt, ...taken } = item(ofClient)
          return taken
        },
        add: (entry) => {
          if (entry.kind !== 'own') throw new AppError('invalid-input')
          const added = item({ id: entry.id, line: entry.line })
          kept = [...kept, added]
          const { clientCode: _code, sessionNumber: _number, prompt: _prompt, ...plain } = added
          return plain
        },
      },
    },
  })
  return { ...app, user: userEvent.setup(), sent }
}

afterEach(cleanup)

const shelf = async (name: string) => within(await screen.findByRole('region', { name }))

test('an empty agenda says how something gets there', async () => {
  show()
  const mine = await shelf('My agenda')
  expect(mine.queryByRole('list')).toBeNull()
  expect(mine.getByText(/choose To supervision \(Ctrl\+Shift\+S\), or write a line below/)).toBeTruthy()
  expect((await shelf('What the ratings would bring')).getByText(/bring nothing more/)).toBeTruthy()
  expect((await shelf('Put off')).getByText('Nothing is put off.')).toBeTruthy()
})

test('an agenda that can’t be read says so and offers to try again', async () => {
  show({ fails: true })
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('an item counts as prepared once its question is saved, and the screen names those without one', async () => {
  const { user } = show({ items: [item({}), item(ofClient)] })
  const mine = await shelf('My agenda')
  expect(
    mine.getByText(/2 items, 0 with a question\. Still without a question: Fees and K-07\./),
  ).toBeTruthy()
  await user.type(await mine.findByLabelText('My question: K-07'), 'What keeps us apart?')
  await user.click(mine.getByRole('button', { name: 'Save question' }))
  await expect.poll(() => document.activeElement).toBe(mine.getByLabelText('My question: K-07'))
  expect(await mine.findByText(/2 items, 1 with a question\. Still without a question: Fees\./)).toBeTruthy()
  await user.type(mine.getByLabelText('My question: Fees'), 'How do I raise them?')
  await user.click(mine.getByRole('button', { name: 'Save question' }))
  expect(await mine.findByText('All 2 items have a question: you are prepared.')).toBeTruthy()
})

test('a question survives a lock before it is saved, and a failure to save it', async () => {
  const drafts: StoredFormDraft[] = []
  const items = [item(ofClient)]
  const before = show({ items, drafts })
  await before.user.type(await screen.findByLabelText('My question: K-07'), 'What keeps us apart?')
  expect(await saveUnsaved()).toBe(true)
  expect(drafts).toMatchObject([{ form: 'agenda-question', clientId }])
  before.unmount()
  const { user } = show({ items, drafts, refuses: true })
  const field = await screen.findByLabelText<HTMLTextAreaElement>('My question: K-07')
  expect(field.value).toBe('What keeps us apart?')
  await user.click(screen.getByRole('button', { name: 'Save question' }))
  expect(await screen.findByText(/disk is full/i)).toBeTruthy()
  expect(field.value).toBe('What keeps us apart?')
})

test('an item is put off and removed, and either can be undone', async () => {
  const { user } = show({ items: [item({})] })
  const mine = await shelf('My agenda')
  for (const [button, words] of [
    ['Put off: Fees', '“Fees” is put off.'],
    ['Remove: Fees', '“Fees” is off the agenda.'],
  ] as const) {
    await user.click(await mine.findByRole('button', { name: button }))
    expect(await mine.findByText(words)).toBeTruthy()
    expect(mine.queryByLabelText('My question: Fees')).toBeNull()
    expect(document.activeElement).toBe(mine.getByRole('button', { name: 'Undo' }))
    await user.keyboard('{Enter}')
    expect(await mine.findByLabelText('My question: Fees')).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('My agenda')
  }
})

test('what was put off says how often and since when, and can be taken up', async () => {
  const put = { state: 'put-off', putOffCount: 3, putOffSince: '2026-03-02' }
  const { user } = show({ items: [item({ ...ofClient, ...put })] })
  const putOff = await shelf('Put off')
  expect(putOff.getByText('Put off 3 times, since Mar 2, 2026.')).toBeTruthy()
  await user.click(putOff.getByRole('button', { name: 'Take up: K-07' }))
  expect(await (await shelf('My agenda')).findByLabelText('My question: K-07')).toBeTruthy()
  expect(putOff.getByText('“K-07” is on your agenda.')).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Put off')
})

test('what the ratings would bring is taken up or put off with the evidence it was shown with', async () => {
  const { user, sent } = show({ suggestions: [gap] })
  const ratings = await shelf('What the ratings would bring')
  expect(
    ratings.getAllByText(
      /In the last 3 sessions you both rated, you put the alliance 2\.5 of 10 points lower/,
    ),
  ).not.toEqual([])
  await user.click(ratings.getByRole('button', { name: /^Take up: K-07/ }))
  expect(await ratings.findByText('“K-07” is on your agenda.')).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('What the ratings would bring')
  await user.click(ratings.getByRole('button', { name: /^Put off: K-07/ }))
  expect(await ratings.findByText('“K-07” is put off.')).toBeTruthy()
  await vi.waitFor(() =>
    expect(sent).toMatchObject([
      { clientId, kind: 'gap', evidence: '3 2.50', state: 'open' },
      { clientId, kind: 'gap', evidence: '3 2.50', state: 'put-off' },
    ]),
  )
})

test('a line of one’s own is added, and the field is empty again', async () => {
  const { user } = show()
  const field = await screen.findByLabelText<HTMLInputElement>('A line of your own')
  await user.type(field, 'Am I tired?{Enter}')
  expect(await screen.findByLabelText('My question: Am I tired?')).toBeTruthy()
  expect(field.value).toBe('')
  await user.type(field, 'And now?')
  await user.click(screen.getByRole('button', { name: 'Add to the agenda' }))
  await expect.poll(() => field.value).toBe('')
  expect(document.activeElement).toBe(field)
})

test('the minute after a meeting holds what was discussed and agreed, and what stayed unsaid', async () => {
  const { user, sent } = show({ items: [item({}), item(ofClient)] })
  await user.click(await screen.findByRole('button', { name: 'Write it down' }))
  expect(screen.queryByLabelText('What was agreed about Fees')).toBeNull()
  await user.type(await screen.findByLabelText('What was agreed about K-07'), 'Name the silence')
  await user.click(screen.getByRole('checkbox', { name: 'Discussed: Fees' }))
  await user.type(screen.getByLabelText('What I take with me'), 'Patience')
  await user.click(screen.getByRole('radio', { name: 'Yes' }))
  await user.click(screen.getByRole('button', { name: 'Save the meeting' }))
  expect(await screen.findByText('Saved.')).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('After supervision')
  expect(sent).toMatchObject([
    {
      takenAlong: 'Patience',
      leftUnsaid: true,
      answers: null,
      discussed: [{ agreement: { text: 'Name the silence' } }],
    },
  ])
})

test('a minute survives a lock, but whether something stayed unsaid is never in its draft', async () => {
  const drafts: StoredFormDraft[] = []
  const before = show({ drafts })
  await before.user.click(await screen.findByRole('button', { name: 'Write it down' }))
  await before.user.click(screen.getByRole('radio', { name: 'Yes' }))
  await before.user.type(screen.getByLabelText('What I take with me'), 'Patience')
  expect(await saveUnsaved()).toBe(true)
  expect(drafts).toHaveLength(1)
  expect(JSON.stringify(drafts)).not.toMatch(/unsaid|yes|true/i)
  before.unmount()
  const { user } = show({ drafts, refuses: true })
  const field = await screen.findByLabelText<HTMLTextAreaElement>('What I take with me')
  expect(field.value).toBe('Patience')
  await user.click(screen.getByRole('button', { name: 'Save the meeting' }))
  expect(await screen.findByText(/disk is full/i)).toBeTruthy()
  expect(field.value).toBe('Patience')
})

test('what was agreed survives a lock as a draft of its client', async () => {
  const drafts: StoredFormDraft[] = []
  const items = [item(ofClient)]
  const before = show({ items, drafts })
  await before.user.click(await screen.findByRole('button', { name: 'Write it down' }))
  await before.user.type(await screen.findByLabelText('What was agreed about K-07'), 'Name the silence')
  expect(await saveUnsaved()).toBe(true)
  const holding = drafts.filter(({ content }) => content.includes('Name the silence'))
  expect(holding).toMatchObject([{ form: 'supervision-agreement', clientId }])
  before.unmount()
  show({ items, drafts })
  const field = await screen.findByLabelText<HTMLInputElement>('What was agreed about K-07')
  expect(field.value).toBe('Name the silence')
})

test('earlier meetings show what was taken along, and how often something stayed unsaid', async () => {
  const meeting = (heldOn: string, takenAlong: string, leftUnsaid: boolean | null) =>
    meetingSchema.parse({
      id: crypto.randomUUID(),
      heldOn,
      checkId: null,
      takenAlong,
      leftUnsaid,
      savedAt: '2026-03-20T15:00:00.000Z',
    })
  show({
    meetings: [
      meeting('2026-03-19', 'Patience', true),
      meeting('2026-03-05', '', false),
      meeting('2026-02-19', '', null),
    ],
  })
  const past = await shelf('Earlier meetings')
  expect(await past.findByText('Something stayed unsaid in 1 of 2 meetings.')).toBeTruthy()
  expect(past.getByText('Mar 19, 2026')).toBeTruthy()
  expect(past.getByText('Patience')).toBeTruthy()
})

test('how meetings were rated stands here, because Wellbeing is for the therapist alone', async () => {
  const checkOn = (instrumentId: string) =>
    wellbeingCheckSchema.parse({
      id: crypto.randomUUID(),
      takenOn: '2026-03-19',
      instrumentId,
      instrumentVersion: 1,
      answers: { 'supervisory-relationship': { value: 7, missingReason: null } },
      note: 'Good to be asked.',
      recordedAt: '2026-03-19T15:00:00.000Z',
    })
  show({
    hasForm: true,
    checks: [checkOn('attune-supervision'), checkOn('attune-wellbeing')],
  })
  const table = within(await screen.findByRole('table', { name: 'My supervision' }))
  expect(table.getAllByRole('row')).toHaveLength(2)
  expect(table.getByRole('cell', { name: '7' })).toBeTruthy()
  expect(table.getByRole('cell', { name: 'Good to be asked.' })).toBeTruthy()
})

test('a read-only vault shows the whole agenda and offers nothing that it could not save', async () => {
  show({
    items: [
      item({ question: 'How do I raise them?' }),
      item({ ...ofClient, state: 'put-off', putOffCount: 1, putOffSince: '2026-03-02' }),
    ],
    suggestions: [gap],
    status: vaultStatus({ access: 'read-only', readOnlyReason: 'gone-back' }),
  })
  expect(await screen.findByText('How do I raise them?')).toBeTruthy()
  expect(screen.getByText('Put off once, on Mar 2, 2026.')).toBeTruthy()
  await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('region', { name: 'After supervision' })).toBeNull()
  expect(document.body.textContent).not.toMatch(/write a line below|Take up what/)
})
