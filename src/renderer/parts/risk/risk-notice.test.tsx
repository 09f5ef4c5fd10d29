import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { Risk } from '#shared/risk/risk.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { exampleRisk, fakeRisks } from '#renderer/testing/fake-risks.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { useAsk } from '#renderer/lib/ask.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { RiskNotice } from './risk-notice.tsx'

/** A screen with the open answers, like Today. */
function Screen() {
  return <Open links="client" />
}

/** A screen with the answers of one client. */
function ScreenOfClient() {
  return <Open links="session" />
}

function Open({ links }: { links: 'client' | 'session' }) {
  const open = useAsk('risk.listOpen')
  return (
    <>
      <RiskNotice risks={open.data?.risks ?? []} links={links} />
      {open.data ? <p>{open.data.risks.length} open</p> : null}
    </>
  )
}

function show(
  risks: readonly Risk[],
  crisis?: Parameters<typeof fakeRisks>[1],
  drafts: StoredFormDraft[] = [],
  screenOf: typeof Screen = Screen,
) {
  const vault = fakeRisks(risks, crisis)
  const handlers = { risk: vault.handlers, drafts: fakeFormDrafts(drafts) }
  const app = renderApp({ at: '/', screens: { '/': screenOf }, handlers })
  return { ...app, vault, user: userEvent.setup() }
}

const second = exampleRisk({
  id: '22222222-2222-4222-8222-222222222222',
  clientCode: 'M-02',
  sessionNumber: 3,
  answerLabel: null,
  value: 7,
  maximum: 10,
  answeredAt: '2025-03-24T10:00:00.000Z',
})

afterEach(cleanup)

describe('a risk answer', () => {
  test('is shown with its words, its author and time, and what to do here', async () => {
    show([exampleRisk()])
    const notice = await screen.findByRole('alert', { name: 'Something to look at first' })
    expect(within(notice).getByText('K-07, session 12 on Mar 25, 2025')).toBeTruthy()
    expect(within(notice).getByText(/better off dead or of hurting yourself in some way”/)).toBeTruthy()
    expect(within(notice).getByText('The answer: “Several days” (1 of 3).')).toBeTruthy()
    expect(await within(notice).findByText('Call the crisis team.')).toBeTruthy()
    expect(within(notice).queryByRole('link', { name: 'Write it in Settings' })).toBeNull()
  })

  test.each([
    ['on the day of the session it was given then', '2025-03-25T10:00:00.000Z', /Given on Mar 25, 2025/],
    ['on another day it was entered then', '2025-04-02T10:00:00.000Z', /Entered on Apr 2, 2025/],
  ])('%s', async (_when, answeredAt, words) => {
    show([exampleRisk({ answeredAt })])
    const notice = await screen.findByRole('alert', { name: 'Something to look at first' })
    expect(within(notice).getByText(words)).toBeTruthy()
  })

  test('links to the settings if there is no crisis text', async () => {
    show([exampleRisk()], { crisisText: 'None has been written yet.', isCrisisTextWritten: false })
    const link = await screen.findByRole('link', { name: 'Write it in Settings' })
    expect(link.getAttribute('href')).toBe('/settings')
  })

  test('a note that is typed survives a lock in each step, and its draft goes when the step is taken', async () => {
    const drafts: StoredFormDraft[] = []
    const first = show([exampleRisk()], undefined, drafts)
    await first.user.type(await screen.findByRole('textbox'), 'Called her.')
    expect(await saveUnsaved()).toBe(true)
    first.unmount()
    const again = show([exampleRisk()], undefined, drafts)
    expect(await screen.findByDisplayValue('Called her.')).toBeTruthy()
    await again.user.click(screen.getByRole('button', { name: /^I have read/ }))
    await waitFor(() => expect(drafts).toEqual([]))
    expect(again.vault.all()[0]?.acknowledged?.note).toBe('Called her.')

    await again.user.click(await screen.findByRole('button', { name: /Close this/ }))
    await again.user.type(screen.getByRole('textbox'), 'Plan renewed')
    expect(await saveUnsaved()).toBe(true)
    const read = again.vault.all()
    again.unmount()
    const last = show(read, undefined, drafts)
    expect(await screen.findByDisplayValue('Plan renewed')).toBeTruthy()
    await last.user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(drafts).toEqual([]))
    expect(last.vault.all()[0]?.closed?.note).toBe('Plan renewed')
  })

  test('fault 106: a note that is too long stays whole in each step, and takes neither step', async () => {
    const { user, vault, unmount } = show([exampleRisk()])
    const paste = async () => {
      await user.click(await screen.findByRole('textbox'))
      await user.paste('a'.repeat(20_002))
      expect(screen.getByText(/it is 2 characters too long/)).toBeTruthy()
    }
    await paste()
    await user.click(screen.getByRole('button', { name: /^I have read/ }))
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    expect(vault.all()[0]?.acknowledged).toBeNull()
    unmount()
    const read = show([exampleRisk({ acknowledged: { at: '2025-03-25T11:00:00.000Z', note: '' } })])
    await user.click(await screen.findByRole('button', { name: /Close this/ }))
    await paste()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    expect(read.vault.all()[0]?.closed).toBeNull()
  })

  test('shows a note again that was typed before “leave open”', async () => {
    const { user } = show([exampleRisk({ acknowledged: { at: '2025-03-25T11:00:00.000Z', note: '' } })])
    await user.click(await screen.findByRole('button', { name: /Close this/ }))
    await user.type(screen.getByRole('textbox'), 'Plan renewed')
    await user.click(screen.getByRole('button', { name: /open/ }))
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(screen.getByRole('button', { name: /Close this/ }))
    expect(screen.getByDisplayValue('Plan renewed')).toBeTruthy()
  })

  test('can’t be hidden or closed before it was read', async () => {
    show([exampleRisk()])
    await screen.findByText('Call the crisis team.')
    const buttons = await within(screen.getByRole('alert')).findAllByRole('button')
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'I have read this answer of K-07, session 12',
    ])
  })

  test('is acknowledged with or without a note, and stays open', async () => {
    const { user, vault } = show([exampleRisk()])
    await user.click(await screen.findByRole('button', { name: /I have read this/ }))
    expect(await screen.findByText(/^Read on .*, still open/)).toBeTruthy()
    expect(vault.all()[0]?.acknowledged?.note).toBe('')
    expect(screen.getByText('1 open')).toBeTruthy()
    expect(document.activeElement?.tagName).toBe('LI')
  })

  test('closes only with a note on what was done, and stays visible until the screen is left', async () => {
    const { user, vault } = show([
      exampleRisk({ acknowledged: { at: '2025-03-25T11:00:00.000Z', note: '' } }),
    ])
    await user.click(await screen.findByRole('button', { name: /Close this/ }))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.getByText('Say what was done. Without that it stays open.')).toBeTruthy()
    expect(vault.open()).toHaveLength(1)
    await user.type(screen.getByRole('textbox', { name: /What was done about it/ }), 'Safety plan renewed')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(await screen.findByText('Your note: “Safety plan renewed”')).toBeTruthy()
    await waitFor(() => expect(screen.getByText('0 open')).toBeTruthy())
    expect(screen.getByRole('note', { name: 'Closed' })).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  const read = exampleRisk({ acknowledged: { at: '2025-03-25T11:00:00.000Z', note: 'Called her.' } })

  test('takes two lines on Today once it was read', async () => {
    show([read])
    const notice = await screen.findByRole('alert', { name: 'Read, and still open' })
    await within(notice).findByRole('button')
    const [item] = within(notice).getAllByRole('listitem')
    expect([...item!.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      'K-07, session 12 on Mar 25, 2025: “Several days” (1 of 3) in PHQ-9',
      expect.stringMatching(/^Read on .*, still open\. Open K-07’s page$/),
    ])
    expect(within(notice).getAllByRole('button')).toHaveLength(1)
    expect(screen.queryByText('Call the crisis team.')).toBeNull()
  })

  test('keeps its question, note and crisis text on the client’s page', async () => {
    show([read], undefined, [], ScreenOfClient)
    expect(await screen.findByText('Call the crisis team.')).toBeTruthy()
    expect(screen.getByText(/hurting yourself in some way”/)).toBeTruthy()
    expect(await screen.findByText('Your note: “Called her.”')).toBeTruthy()
  })

  test.each([
    ['Today', Screen],
    ['the client’s page', ScreenOfClient],
  ])('has no study beside it on %s', async (_place, screenOf) => {
    const { user } = show([exampleRisk(), { ...read, id: second.id }], undefined, [], screenOf)
    await user.click(await screen.findByRole('button', { name: /I have read this/ }))
    await screen.findByRole('alert', { name: 'Read, and still open' })
    expect(screen.queryByText(/online programmes|outpatients/)).toBeNull()
    expect(screen.queryByRole('link', { name: /finding|study/i })).toBeNull()
  })

  test('brings the crisis text back to Today while another is unread', async () => {
    show([read, second])
    expect(await screen.findByText('Call the crisis team.')).toBeTruthy()
    expect(screen.getByRole('alert', { name: 'Something to look at first' })).toBeTruthy()
  })

  test('is separate from others, each with its own steps', async () => {
    const { user, vault } = show([exampleRisk(), second])
    await user.click(
      await screen.findByRole('button', { name: /I have read this\s*answer of M-02, session 3/ }),
    )
    expect(await screen.findByText(/^Read on/)).toBeTruthy()
    expect(vault.all().map(({ acknowledged }) => acknowledged === null)).toEqual([true, false])
    expect(screen.getByText('M-02, session 3 on Mar 25, 2025: 7 of 10 in PHQ-9')).toBeTruthy()
  })

  test('that could not be acknowledged says so and stays unread', async () => {
    const { user, vault } = show([exampleRisk()])
    Object.assign(vault.handlers, {
      acknowledge: () => {
        throw new Error('disk')
      },
    })
    await user.click(await screen.findByRole('button', { name: /I have read this/ }))
    expect(await screen.findByText('That didn’t work, and Attune doesn’t know why.')).toBeTruthy()
    expect(screen.getByText('Not yet acknowledged.')).toBeTruthy()
  })
})

test('shows nothing without risk answers', async () => {
  show([])
  await screen.findByText('0 open')
  expect(screen.queryByRole('alert')).toBeNull()
})
