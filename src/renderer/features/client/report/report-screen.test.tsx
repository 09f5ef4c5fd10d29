import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { packOverview } from '#shared/overview/packed-overview.ts'
import { agendaItemSchema, type AgendaItem } from '#shared/supervision/agenda.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { exampleClient, exampleOverview, repairedFall } from '../testing/example-overview.ts'
import { ReportScreen } from './report-screen.tsx'
import { exampleLog, exampleRecord } from './testing/example-record.ts'

afterEach(cleanup)

const asked = agendaItemSchema.parse({
  id: '11111111-1111-4111-8111-111111111111',
  clientId: exampleClient.id,
  sessionId: null,
  promptAnswerId: null,
  meetingId: null,
  kind: 'client',
  line: '',
  reason: null,
  question: 'What keeps us apart?',
  state: 'open',
  putOffCount: 0,
  putOffSince: null,
  createdAt: '2026-03-20T15:00:00.000Z',
})

function show({
  failsWith = null as AppError | null,
  isCancelled = false,
  at = `/clients/${exampleClient.id}/report`,
  agenda = [] as AgendaItem[],
} = {}) {
  const save = vi.fn((_given: object) => {
    if (failsWith) throw failsWith
    return { name: 'report.pdf', bytes: 5 }
  })
  const app = renderApp({
    at,
    screens: { '/clients/$clientId/report': ReportScreen },
    handlers: {
      clients: { overview: () => packOverview({ ...exampleOverview(repairedFall), prompts: [] }) },
      supervision: { ofClient: () => agenda },
      reports: {
        read: () => exampleRecord({ sessions: [exampleLog(1, { session: { notes: 'a note' } })] }),
        save,
      },
      files: {
        printPage: () =>
          isCancelled ? { kind: 'cancelled' } : { kind: 'chosen', token: 'A'.repeat(43), name: 'report.pdf' },
      },
    },
  })
  return { ...app, save, user: userEvent.setup() }
}

const headings = async () =>
  within(await screen.findByRole('article'))
    .getAllByRole('heading', { level: 2 })
    .map((heading) => heading.textContent)

async function chooseKind(user: ReturnType<typeof userEvent.setup>, name: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /Whom it is for/ }))
  await user.click(await screen.findByRole('option', { name }))
}

test('a part that is taken out is gone from the report, and named as left out', async () => {
  const { user } = show()
  expect(await headings()).toContain('Notes')
  expect(screen.getByText('a note')).toBeDefined()
  await user.click(screen.getByRole('checkbox', { name: 'Notes' }))
  expect(await headings()).not.toContain('Notes')
  expect(screen.queryByText('a note')).toBeNull()
  expect(screen.getByText('These parts were left out: Notes.')).toBeDefined()
})

test('a part moves up and down in the report', async () => {
  const { user } = show()
  expect((await headings()).slice(0, 2)).toEqual(['In short', 'How the relationship goes'])
  await user.click(screen.getByRole('button', { name: 'Move “In short” down' }))
  expect((await headings()).slice(0, 2)).toEqual(['How the relationship goes', 'In short'])
  await user.click(screen.getByRole('button', { name: 'Move “In short” up' }))
  expect((await headings()).slice(0, 2)).toEqual(['In short', 'How the relationship goes'])
})

test('the page to bring to supervision opens with the question from the agenda', async () => {
  show({ at: `/clients/${exampleClient.id}/report#supervision`, agenda: [asked] })
  expect((await headings()).at(-1)).toBe('Question for supervision')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your question').value).toBe('What keeps us apart?')
})

test('a report for supervision is not saved or printed without its question, and none without a part', async () => {
  const { user } = show()
  await chooseKind(user, 'For supervision')
  const button = () => screen.getByRole('button', { name: 'Save as PDF…' })
  expect(button()).toHaveProperty('disabled', true)
  const onPaper = () => screen.getByRole('article').querySelectorAll('section:not([data-screen-only])')
  const unfinished = /^This report is not finished/
  expect(onPaper()).toHaveLength(0)
  expect(screen.getByText(unfinished)).toBeDefined()
  await user.type(screen.getByLabelText('Your question'), 'What now?')
  expect(button()).toHaveProperty('disabled', false)
  await waitFor(() => expect(onPaper().length).toBeGreaterThan(3))
  expect(screen.queryByText(unfinished)).toBeNull()
  await waitFor(async () => expect((await headings()).at(-1)).toBe('Question for supervision'))
  await chooseKind(user, 'To look at with the client')
  for (const box of screen.getAllByRole('checkbox', { checked: true })) await user.click(box)
  expect(button()).toHaveProperty('disabled', true)
  expect(screen.getByText('Choose at least one part.')).toBeDefined()
})

test('the whole record offers nothing to leave out', async () => {
  const { user } = show()
  await chooseKind(user, 'The whole record')
  expect(screen.queryAllByRole('checkbox')).toEqual([])
  expect(await headings()).toEqual([
    'The client',
    'Session by session',
    'Prompts and answers',
    'Answers that asked for attention at once',
    'Supervision',
    'Shared with supervisors',
    'What else is kept',
  ])
})

test('the report is saved with the proof, its kind and its client, and the screen says under which name', async () => {
  const { user, save } = show()
  await user.click(await screen.findByRole('button', { name: 'Save as PDF…' }))
  await typeProof(user)
  expect(await screen.findByText('Saved as “report.pdf”. The audit log notes it.')).toBeDefined()
  expect(save).toHaveBeenCalledWith({ clientId: exampleClient.id, kind: 'file', token: 'A'.repeat(43) })
})

test('without a place nothing is saved', async () => {
  const { user, save } = show({ isCancelled: true })
  await user.click(await screen.findByRole('button', { name: 'Save as PDF…' }))
  await typeProof(user)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save as PDF…' })).toBeDefined())
  expect(save).not.toHaveBeenCalled()
})

test('a full disk is said, and the report can be saved again', async () => {
  const { user } = show({ failsWith: new AppError('disk-full') })
  await user.click(await screen.findByRole('button', { name: 'Save as PDF…' }))
  await typeProof(user)
  expect(await screen.findByText(/disk is full/)).toBeDefined()
  expect(screen.getByRole('button', { name: 'Save as PDF…' })).toHaveProperty('disabled', false)
})

test('a typed question is kept until a report for supervision is saved, whatever else is saved before', async () => {
  const { user, api } = show()
  const kept = async () =>
    (await api.drafts.getForm({ form: 'report-question', subject: exampleClient.id }))?.content
  const saveNow = async () => {
    await user.click(await screen.findByRole('button', { name: 'Save as PDF…' }))
    await typeProof(user)
    await screen.findByText('Saved as “report.pdf”. The audit log notes it.')
  }
  await chooseKind(user, 'For supervision')
  await user.type(screen.getByLabelText('Your question'), 'What now?')
  await waitFor(async () => expect(await kept()).toContain('What now?'), { timeout: 5_000 })
  await chooseKind(user, 'For the file')
  await saveNow()
  expect(await kept()).toContain('What now?')
  await chooseKind(user, 'For supervision')
  await saveNow()
  await waitFor(async () => expect(await kept()).toBeUndefined(), { timeout: 5_000 })
})
