import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import { exampleBundle, exampleBundledClient } from '#shared/bundles/testing/example-bundle.ts'
import { sharing as words } from '#shared/i18n/en/sharing.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { BundleView } from './bundle-view.tsx'

afterEach(cleanup)

const pseudonym = '7QF3-K9MW'
const everything = exampleBundledClient(
  {
    pseudonym,
    question: 'How do I go on?',
    withDates: true,
    withNotes: true,
    withWords: true,
    withAgreements: true,
  },
  () => ({ notes: '  A  note <b>\n=1+1', words: ['left', 'unsaid'], ruptureNote: '' }),
)
const bundle = exampleBundle({
  version: 2,
  clients: [everything],
  wellbeing: [
    {
      weeksBefore: 2,
      instrumentTitle: 'Wellbeing',
      title: 'Exhaustion',
      minimum: 0,
      maximum: 4,
      value: 3,
    },
  ],
})
const text = writeBundle(bundle)
const prepared = {
  bundleId: bundle.bundleId,
  text,
  clients: [
    { clientId: clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11'), code: 'Fern', pseudonym },
  ],
  lines: [],
}

function show(leaving = prepared) {
  const View = () => <BundleView prepared={leaving} name="Ruth" />
  renderApp({ at: '/supervision/share', screens: { '/supervision/share': View }, handlers: {} })
}

test('the text of the file can be read before it leaves, to the last character', async () => {
  show()
  await userEvent.setup().click(await screen.findByRole('button', { name: words.look.raw }))
  const shown = screen.getAllByText((_, element) => element?.textContent === text)
  expect(shown.map(({ tagName }) => tagName)).toContain('P')
})

test('every chosen session, score, date, note, word and agreement is shown in words, too', async () => {
  show()
  const rows = (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent)
  expect(rows).toHaveLength(everything.sessions.length)
  for (const [place, { number, week, date }] of everything.sessions.entries()) {
    const row = rows[place] ?? ''
    for (const part of [String(number), String(week), date ?? '', 'A  note <b>', 'left · unsaid'])
      expect(row).toContain(part)
    for (const { scores } of everything.series) {
      const value = scores.find(({ session }) => session === number)?.value
      if (value !== undefined) expect(row).toContain(new Intl.NumberFormat('en').format(value))
    }
  }
  for (const { text: agreed } of everything.agreements ?? [])
    expect(screen.getByText(new RegExp(agreed))).toBeTruthy()
  expect(screen.getByText('Exhaustion: 3, 2 weeks ago')).toBeTruthy()
  expect(screen.getByText('How do I go on?')).toBeTruthy()
})

test('totals that another program gave are named as a course of their own', async () => {
  const [first, ...others] = everything.series
  const totals = {
    ...first!,
    id: 'client/phq-9-total-only/total',
    instrumentId: 'phq-9-total-only',
    scaleId: 'total',
    title: 'PHQ-9 total, given without answers',
  }
  const clients = [{ ...everything, lead: null, episodes: [], series: [totals, ...others] }]
  show({ ...prepared, text: writeBundle({ ...bundle, clients }) })
  expect(await screen.findByText(words.look.totals)).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: /^PHQ-9 total, given without answers/ })).toBeTruthy()
  cleanup()
  show()
  await screen.findByRole('button', { name: words.look.raw })
  expect(screen.queryByText(words.look.totals)).toBeNull()
})
