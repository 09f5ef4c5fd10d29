import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import type { PlannedForm } from '#shared/records/form-plan.ts'
import { exampleClient } from '#renderer/testing/example-client.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { PaperFormsScreen } from './paper-forms-screen.tsx'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const formOf = (id: string) => instrumentSchema.parse(files[`../../../../../assets/instruments/${id}.json`])
const alliance = formOf('attune-alliance-client')
const phq9 = formOf('phq-9')

async function show(
  available: readonly Instrument[] = [alliance, phq9],
  chosen = [alliance.id],
  planned: readonly PlannedForm[] = [],
) {
  const client = exampleClient({
    id: '99999999-9999-4999-8999-999999999999',
    code: 'K-07',
    notes: 'Lives by the harbour.',
  })
  const app = renderApp({
    at: `/clients/${client.id}/paper`,
    screens: { '/clients/$clientId/paper': PaperFormsScreen },
    handlers: {
      clients: {
        get: () => client,
        forms: () => ({ instrumentIds: chosen, isUsual: false, available: [...available] }),
      },
      formPlans: { ofClient: () => [...planned] },
    },
  })
  const sheets = within(await screen.findByRole('article'))
  return { ...app, sheets, user: userEvent.setup() }
}

const forms = (sheets: Awaited<ReturnType<typeof show>>['sheets']) => sheets.queryAllByRole('region')

afterEach(cleanup)

test('starts with the client’s own forms, and prints any other that a client can fill in', async () => {
  const { sheets, user } = await show()
  expect(forms(sheets)).toHaveLength(1)
  await user.click(screen.getByRole('checkbox', { name: 'PHQ-9' }))
  expect(forms(sheets)).toHaveLength(2)
  expect(forms(sheets).map((form) => within(form).queryByText('Anything to add?') !== null)).toEqual([
    false,
    true,
  ])
  for (const { text } of [...alliance.items, ...phq9.items]) expect(sheets.getByText(text)).toBeTruthy()
})

test('fault 360: a form that the client declines is not chosen at first, says so, and can be printed', async () => {
  const declined = { on: '2026-03-03', by: 'client' } as const
  const { sheets, user } = await show(
    [alliance, phq9],
    [alliance.id, phq9.id],
    [{ instrumentId: phq9.id, plan: null, declined }],
  )
  expect(forms(sheets)).toHaveLength(1)
  const box = screen.getByRole('checkbox', {
    name: 'PHQ-9',
    description: /^The client declined it in their form on/,
  })
  await user.click(box)
  expect(forms(sheets)).toHaveLength(2)
})

test('has the code and nothing else about the client', async () => {
  const { sheets } = await show()
  expect(sheets.getByRole('heading', { name: /^Code: K-07/ })).toBeTruthy()
  expect(document.body.textContent).not.toContain('Lives by the harbour')
})

test('shows each answer with the number that it is entered as, in the form’s own order', async () => {
  const { sheets } = await show([phq9], ['phq-9'])
  const [form] = forms(sheets)
  const first = form!.querySelector('ol > li')
  expect([...first!.querySelectorAll('ul > li')].map(({ textContent }) => textContent)).toEqual([
    '0 Not at all',
    '1 Several days',
    '2 More than half the days',
    '3 Nearly every day',
  ])
  const texts = [...form!.querySelectorAll('ol > li')].map((item) => item.textContent)
  phq9.items.forEach(({ text }, at) => expect(texts[at]).toContain(text))
  // Paper can leave out no question, so it says when one is to be answered.
  expect(texts.at(-1)).toMatch(
    /^Only if you marked “Several days” or more for one of these: 1, 2, .* and 9\./,
  )
})

test('shows numbers with the words at their ends', async () => {
  const { sheets } = await show()
  const [question] = forms(sheets)[0]!.querySelectorAll('ol > li')
  expect([...question!.querySelectorAll('ul > li')].map(({ textContent }) => textContent)).toEqual(
    '0 1 2 3 4 5 6 7 8 9 10'.split(' '),
  )
  expect(within(question as HTMLElement).getByText('We see it the same way')).toBeTruthy()
})

test('names the form, its version and its source, so that answers can be entered and rights are kept', async () => {
  const { sheets } = await show([phq9], ['phq-9'])
  expect(sheets.getByText(new RegExp(`PHQ-9, version ${phq9.version}`)).textContent).toContain(
    phq9.attribution.slice(0, 30),
  )
})

test('shows strange words of an imported form as they are, and long ones in full', async () => {
  const text = '1 < 2 && &lt;img&gt; {{code}} مرحبا $t(app.tryAgain) ' + 'x'.repeat(400)
  const hostile = { ...alliance, items: alliance.items.map((item) => ({ ...item, text })) }
  const { sheets } = await show([hostile])
  expect(
    sheets.getAllByText((_words, element) => element?.tagName === 'P' && element.textContent === text),
  ).toHaveLength(4)
  expect(document.querySelector('img')).toBeNull()
})

test('prints, and not without a form', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const { user } = await show()
  await user.click(screen.getByRole('button', { name: 'Print…' }))
  expect(print).toHaveBeenCalledTimes(1)
  await user.click(screen.getByRole('checkbox', { name: alliance.title }))
  expect(screen.getByRole('alert').textContent).toBe('Choose at least one form.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Print…' }).disabled).toBe(true)
})
