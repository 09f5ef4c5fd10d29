import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import type { PromptAnswer, PromptAnswerEntry } from '#shared/prompts/prompt-answer.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { useAsk } from '#renderer/lib/ask.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { PromptHistory } from './prompt-history.tsx'
import { PromptList } from './prompt-list.tsx'

const clientId = clientIdSchema.parse('99999999-9999-4999-8999-999999999999')

const prompt = (ruleId: string, title: string): Prompt => ({
  ruleId,
  ruleVersion: 2,
  title,
  area: 'rupture',
  because: `${title}, in session 8.`,
  numbers: [{ label: 'Client’s alliance', value: 4.5, n: 1 }],
  suggestion: 'You could ask how last time felt.',
  rule: 'An open episode at rupture level.',
  changedParameters: [],
  strength: 'Meta-analysis, 82 samples',
  cantTell: 'It does not show cause.',
  source: { articleId: 'babl-2022', effectId: 'resolution', citation: 'Babl and others, 2022' },
  also: [],
  furtherSources: [],
  sessionNumber: 8,
})

const all: Prompt[] = [
  {
    ...prompt('fall', 'A drop'),
    also: [{ ruleId: 'felt', title: 'Less understood', because: 'Felt empathy was 4 in session 8.' }],
  },
  prompt('tears', 'After tears'),
]

/** A vault in memory that keeps answers and switched-off rules. */
function fakePrompts() {
  const given: PromptAnswerEntry[] = []
  const answers: PromptAnswer[] = []
  const off = new Set<string>()
  const shown = () =>
    all.filter(({ ruleId }) => !off.has(ruleId) && !answers.some((answer) => answer.ruleId === ruleId))
  const handlers: NonNullable<FakeHandlers['prompts']> = {
    own: shown,
    answer: (entry) => {
      given.push(entry)
      const found = shown().find(({ ruleId }) => ruleId === entry.ruleId)
      if (!found) throw new AppError('prompt-gone')
      const { title, because, numbers, suggestion, source, sessionNumber } = found
      const { promptSession: _session, ...rest } = entry
      const kept: PromptAnswer = {
        ...rest,
        sessionNumber: 8,
        prompt: { title, because, numbers, suggestion, source, sessionNumber },
        answeredAt: '2026-03-20T15:00:00.000Z',
        discussedAt: null,
      }
      answers.unshift(kept)
      return kept
    },
    undo: ({ id }) => {
      answers.splice(
        answers.findIndex((answer) => answer.id === id),
        1,
      )
      return undefined
    },
    history: () => answers,
    switchRule: ({ ruleId, isOn }) => {
      if (isOn) off.delete(ruleId)
      else off.add(ruleId)
      return undefined
    },
  }
  return { handlers, given, answers, off }
}

function Screen() {
  const prompts = useAsk('prompts.own')
  return (
    <PromptList prompts={prompts.data ?? []} clientId={clientId} none="Nothing suggests itself.">
      <PromptHistory clientId={clientId} />
    </PromptList>
  )
}

function show(kept: StoredFormDraft[] = []) {
  const vault = fakePrompts()
  const handlers = { prompts: vault.handlers, drafts: fakeFormDrafts(kept) }
  const app = renderApp({ at: '/', screens: { '/': Screen }, handlers })
  return { ...app, vault, user: userEvent.setup() }
}

const card = (name: string) => screen.findByRole('region', { name })
const button = (name: RegExp | string) => screen.findByRole('button', { name })

afterEach(cleanup)

test('an answer removes the prompt and can be undone, with the focus on the undo button', async () => {
  const { user, vault } = show()
  await user.click(await button('Helpful: A drop'))
  const undo = await button('Undo')
  expect(document.activeElement).toBe(undo)
  expect(screen.getByText('“A drop” was helpful.')).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'A drop' })).toBeNull()
  expect(vault.given).toMatchObject([
    { clientId, ruleId: 'fall', ruleVersion: 2, promptSession: 8, answer: 'helpful', reason: null, note: '' },
  ])
  await user.click(undo)
  expect(await card('A drop')).toBeTruthy()
  expect(vault.answers).toEqual([])
  expect(document.activeElement?.textContent).toBe('Worth a thought')
})

test.each([
  ['h', 'helpful', '“A drop” was helpful.'],
  ['l', 'later', '“A drop” comes back next session.'],
  ['S', 'supervision', '“A drop” is on your agenda for supervision.'],
] as const)('with the focus in the card, the key %s answers', async (key, answer, words) => {
  const { user, vault } = show()
  within(await card('A drop'))
    .getByRole('button', { name: /^Show rule/ })
    .focus()
  await user.keyboard(key)
  expect(await screen.findByText(words)).toBeTruthy()
  expect(vault.given).toMatchObject([{ ruleId: 'fall', answer }])
})

test('what other rules say of the same session stands folded in the card', async () => {
  const { user } = show()
  const fall = within(await card('A drop'))
  expect(fall.queryByText(/Felt empathy was 4/)).toBeNull()
  await user.click(fall.getByRole('button', { name: 'Also in this session' }))
  expect(fall.getByText(/Felt empathy was 4 in session 8/)).toBeTruthy()
  expect(within(await card('After tears')).queryByRole('button', { name: 'Also in this session' })).toBeNull()
})

test('a key does nothing outside a card', async () => {
  const { user, vault } = show()
  await card('A drop')
  await user.keyboard('hls')
  expect(vault.given).toEqual([])
})

test('a dismissal asks why, accepts own words, and keys there type letters', async () => {
  const { user, vault } = show()
  within(await card('After tears'))
    .getByRole('button', { name: /^Show rule/ })
    .focus()
  await user.keyboard('d')
  const words = await screen.findByRole('textbox', { name: 'In your own words, if you like' })
  expect(document.activeElement).toBe(words)
  await user.keyboard('she laughed')
  await user.click(await button('Doesn’t fit'))
  expect(await screen.findByText('“After tears” dismissed.')).toBeTruthy()
  expect(vault.given).toMatchObject([
    { ruleId: 'tears', answer: 'dismissed', reason: 'doesnt-fit', note: 'she laughed' },
  ])
})

test('own words about a dismissal survive a lock before the answer, and go with it', async () => {
  const kept: StoredFormDraft[] = []
  const before = show(kept)
  await before.user.click(await button('Dismiss…: A drop'))
  await before.user.type(screen.getByRole('textbox'), 'she laughed')
  expect(await saveUnsaved()).toBe(true)
  before.unmount()
  const { user, vault } = show(kept)
  expect(await screen.findByDisplayValue('she laughed')).toBeTruthy()
  await user.click(await button('Doesn’t fit'))
  expect(await screen.findByText('“A drop” dismissed.')).toBeTruthy()
  expect(vault.given).toMatchObject([{ ruleId: 'fall', note: 'she laughed' }])
  await vi.waitFor(() => expect(kept).toEqual([]))
})

test('fault 106: own words that are too long stay whole, and dismiss nothing', async () => {
  const { user, vault } = show()
  await user.click(await button('Dismiss…: A drop'))
  const words = screen.getByRole<HTMLInputElement>('textbox')
  await user.click(words)
  await user.paste('a'.repeat(2_001))
  expect(screen.getByText(/it is one character too long/)).toBeTruthy()
  await user.click(await button('Doesn’t fit'))
  expect(document.activeElement).toBe(words)
  expect(words.value).toHaveLength(2_001)
  expect(vault.given).toEqual([])
})

test('own words about a dismissal outlive its panel', async () => {
  const { user } = show()
  await user.click(await button('Dismiss…: A drop'))
  await user.type(screen.getByRole('textbox'), 'she laughed')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  await user.click(await button('Dismiss…: A drop'))
  expect(screen.getByDisplayValue('she laughed')).toBeTruthy()
})

test('a key pressed in the question over a card answers nothing', async () => {
  const { user, vault } = show([
    {
      form: 'prompt-dismissal',
      subject: `${clientId} fall 8`,
      clientId,
      content: JSON.stringify({ note: 'she laughed' }),
      updatedAt: '2026-03-20T15:00:00.000Z',
    },
  ])
  await user.click(await button('Discard text'))
  await screen.findByRole('alertdialog')
  await user.keyboard('h')
  expect(vault.given).toEqual([])
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Discard text' }))
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('a dismissal can be cancelled, also by Escape', async () => {
  const { user, vault } = show()
  await user.click(await button('Dismiss…: A drop'))
  await user.click(await button('Keep the prompt'))
  expect(screen.queryByRole('textbox')).toBeNull()
  await user.click(await button('Dismiss…: A drop'))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(vault.given).toEqual([])
})

test('a rule is switched off from its prompt, and on again', async () => {
  const { user, vault } = show()
  await user.click(within(await card('A drop')).getByRole('button', { name: /^Show rule/ }))
  await user.click(await button('Switch this rule off'))
  expect(await screen.findByText('“A drop” is switched off for every client.')).toBeTruthy()
  expect([...vault.off]).toEqual(['fall'])
  await user.click(await button('Undo'))
  expect(await card('A drop')).toBeTruthy()
})

test('a prompt whose numbers have changed says so and reports no saved answer', async () => {
  const { user, vault } = show()
  const helpful = await button('Helpful: A drop')
  vault.off.add('fall')
  await user.click(helpful)
  expect(await screen.findByText('The numbers behind this prompt have changed.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test('before the first answer there is no history to open', async () => {
  show()
  await card('A drop')
  expect(screen.queryByRole('button', { name: /^What was answered before/ })).toBeNull()
})

test('answered prompts are in the history with their numbers at that time', async () => {
  const { user } = show()
  await user.click(await button('Dismiss…: A drop'))
  await user.type(screen.getByRole('textbox'), 'Not so.')
  await user.click(await button('A number is off'))
  await user.click(await button(/^What was answered before/))
  const entry = await screen.findByRole('listitem')
  expect(entry.textContent).toContain('A drop · dismissed (A number is off) · at session 8, Mar 20, 2026')
  expect(entry.textContent).toContain('“Not so.”')
  expect(entry.textContent).toContain('A drop, in session 8.')
  expect(entry.textContent).toContain('Client’s alliance: 4.5')
})

test('an empty list reports nothing missing', async () => {
  const { user } = show()
  await user.click(await button('Helpful: A drop'))
  await user.click(await button('Helpful: After tears'))
  expect(await screen.findByText('“After tears” was helpful.')).toBeTruthy()
  expect(screen.queryByText('Nothing suggests itself.')).toBeNull()
})
