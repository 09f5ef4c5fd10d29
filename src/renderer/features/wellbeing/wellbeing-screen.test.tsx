import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { storedFormDraftSchema, type StoredFormDraft } from '#shared/records/form-draft.ts'
import type { WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { WellbeingScreen } from './wellbeing-screen.tsx'

function form(id: string, title: string, item: string): Instrument {
  return instrumentSchema.parse({
    id,
    version: 1,
    title,
    measures: 'Something of the therapist’s own.',
    respondent: 'therapist',
    occasion: 'any',
    instruction: 'Think about the last two weeks.',
    items: [
      {
        id: item,
        text: `How ${item}?`,
        minimum: 0,
        maximum: 10,
        step: 1,
        reversed: false,
        anchors: { minimum: 'Not at all', maximum: 'Completely' },
      },
    ],
    scales: [
      {
        id: item,
        title: item,
        items: [item],
        method: 'mean',
        minimum: 0,
        maximum: 10,
        direction: 'lower-is-better',
        missing: { minimumAnswered: 1, prorate: false },
      },
    ],
    riskItems: [],
    licence: 'MIT',
    attribution: 'The Attune authors',
    whoMayUse: 'Anyone, without asking',
    validationStatus: 'Brief items, not validated.',
  })
}

const forms = [
  form('attune-wellbeing', 'How I am doing', 'exhaustion'),
  form('attune-supervision', 'My supervision', 'openness'),
]

function show({ refuses = false, drafts = [] }: { refuses?: boolean; drafts?: StoredFormDraft[] } = {}) {
  const checks: WellbeingCheck[] = []
  const app = renderApp({
    at: '/wellbeing',
    screens: { '/wellbeing': WellbeingScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      instruments: { list: () => forms },
      wellbeing: {
        list: () => checks.toReversed(),
        save: (check) => {
          if (refuses) throw new AppError('disk-full')
          checks.push(check)
          return undefined
        },
      },
      prompts: {
        own: () => [],
        rules: () => [],
        history: () => [],
      },
    },
  })
  return { ...app, checks, user: userEvent.setup() }
}

afterEach(cleanup)

test('ratings and a note survive a lock before the check is kept', async () => {
  const drafts: StoredFormDraft[] = []
  const before = show({ drafts })
  await before.user.click(await screen.findByRole('radio', { name: '7 out of 10' }))
  await before.user.type(screen.getByRole('textbox', { name: 'A line for yourself, if you like' }), 'A long')
  expect(await saveUnsaved()).toBe(true)
  before.unmount()
  const { user, checks } = show({ drafts })
  expect(await screen.findByDisplayValue('A long')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save this check' }))
  expect(await screen.findByText('Saved.')).toBeTruthy()
  expect(checks).toMatchObject([{ answers: { exhaustion: { value: 7 } }, note: 'A long' }])
  await vi.waitFor(() => expect(drafts).toEqual([]))
})

test('fault 106: a note that is too long stays whole, and the check is not saved with it', async () => {
  const { user, checks } = show()
  await user.click(await screen.findByRole('radio', { name: '7 out of 10' }))
  const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'A line for yourself, if you like' })
  await user.click(note)
  await user.paste('a'.repeat(2_100))
  expect(note.value).toHaveLength(2_100)
  expect(screen.getByText(/it is 100 characters too long/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save this check' }))
  await vi.waitFor(() => expect(document.activeElement).toBe(note))
  expect(checks).toEqual([])
})

test('a check is saved with its ratings and a note, and then listed among the past ones', async () => {
  const { user, checks, failures } = show()
  const save = await screen.findByRole('button', { name: 'Save this check' })
  expect(save.hasAttribute('disabled')).toBe(true)
  expect(screen.getByText('No check yet. One takes about a minute.')).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: '7 out of 10' }))
  await user.type(screen.getByRole('textbox', { name: 'A line for yourself, if you like' }), 'A long week.')
  await user.click(save)
  expect(await screen.findByText('Saved.')).toBeTruthy()
  expect(checks).toMatchObject([
    {
      instrumentId: 'attune-wellbeing',
      answers: { exhaustion: { value: 7, missingReason: null } },
      note: 'A long week.',
    },
  ])
  const table = await screen.findByRole('table', { name: 'How I am doing' })
  expect(within(table).getByRole('cell', { name: '7' })).toBeTruthy()
  expect(within(table).getByRole('cell', { name: 'A long week.' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '7 out of 10' }).checked).toBe(false)
  expect(failures).toEqual([])
})

test('supervision is not asked about here, because what goes there is meant to be seen', async () => {
  const { user, checks } = show()
  await user.click(await screen.findByRole('radio', { name: '7 out of 10' }))
  expect(document.body.textContent).not.toContain('My supervision')
  expect(screen.queryByText('How openness?')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save this check' }))
  expect(await screen.findByText('Saved.')).toBeTruthy()
  expect(checks).toMatchObject([{ instrumentId: 'attune-wellbeing' }])
})

test('a draft on the form about supervision keeps its note', async () => {
  const content = { formId: 'attune-supervision', ratings: { openness: 3 }, note: 'Half a thought' }
  const drafts: StoredFormDraft[] = [
    storedFormDraftSchema.parse({
      form: 'own-check',
      subject: 'new',
      clientId: null,
      content: JSON.stringify(content),
      updatedAt: '2026-03-20T15:00:00.000Z',
    }),
  ]
  show({ drafts })
  expect(await screen.findByDisplayValue('Half a thought')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '7 out of 10' }).checked).toBe(false)
})

test('a check that could not be saved stays in the form', async () => {
  const { user } = show({ refuses: true })
  await user.click(await screen.findByRole('radio', { name: '7 out of 10' }))
  await user.click(screen.getByRole('button', { name: 'Save this check' }))
  expect(await screen.findByText(/disk is full/i)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '7 out of 10' }).checked).toBe(true)
})

test('studies without a rule are listed once the newest check says that much weighs on them', async () => {
  const { user } = show()
  const card = () => screen.queryByRole('region', { name: 'If a lot weighs on you just now' })
  await user.click(await screen.findByRole('radio', { name: '4 out of 10' }))
  await user.click(screen.getByRole('button', { name: 'Save this check' }))
  await screen.findByText(/^Saved\./)
  expect(card()).toBeNull()
  await user.click(screen.getByRole('radio', { name: '8 out of 10' }))
  await user.click(screen.getByRole('button', { name: 'Save this check' }))
  const context = within(await screen.findByRole('region', { name: 'If a lot weighs on you just now' }))
  expect(context.getAllByRole('link')).toHaveLength(2)
  expect(context.getByText(/empathy did not change significantly/)).toBeTruthy()
})
