import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { OpenMatter } from '#shared/overview/open-matters.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import type { RepairClosing } from '#shared/records/repair-closing.ts'
import { longestNote } from '#shared/records/text.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { OpenMattersCard } from './open-matters-card.tsx'

const clientId = clientIdSchema.parse('99999999-9999-4999-8999-999999999999')
const idOf = (number: number) =>
  sessionIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)

const fall: OpenMatter = {
  sessionId: idOf(9),
  number: 9,
  date: '2025-03-04',
  fall: { score: 4.5, usual: 7.6, state: 'open' },
  note: null,
}
const noted: OpenMatter = {
  sessionId: idOf(7),
  number: 7,
  date: '2025-02-18',
  fall: null,
  note: {
    seenBy: 'client',
    isWithdrawal: false,
    isConfrontation: true,
    intensity: 5,
    resolution: 'partly',
    tried: [],
    note: 'It was about the fee.',
  },
}

/** A vault that knows what is closed; the card asks it as the client's page does. */
function show(
  matters: readonly OpenMatter[],
  {
    isAsking = false,
    said = null,
    drafts = [],
    fails = false,
    access = 'full',
  }: {
    isAsking?: boolean
    said?: { number: number; said: string } | null
    drafts?: StoredFormDraft[]
    fails?: boolean
    access?: 'full' | 'read-only'
  } = {},
) {
  const closings: RepairClosing[] = []
  const app = renderApp({
    at: '/',
    screens: {
      '/': () => {
        const closed = matters.map(({ sessionId }) => ({
          sessionId,
          // Each is asked for again after a change, as the overview is.
          isClosed: useAsk('repairs.ofSession', { sessionId }).data != null,
        }))
        return (
          <OpenMattersCard
            clientId={clientId}
            matters={matters.filter((_, place) => closed[place]?.isClosed !== true)}
            said={said}
            isAsking={isAsking}
            title="Still open"
          />
        )
      },
    },
    handlers: {
      vault: { status: () => vaultStatus({ access }) },
      drafts: fakeFormDrafts(drafts),
      repairs: {
        ofSession: ({ sessionId }) => closings.find((closing) => closing.sessionId === sessionId) ?? null,
        close: (ending) => {
          if (fails) throw new AppError('disk-full')
          const closing = { ...ending, closedOn: '2025-03-11' }
          closings.push(closing)
          return closing
        },
        reopen: ({ sessionId }) => {
          closings.splice(
            closings.findIndex((closing) => closing.sessionId === sessionId),
            1,
          )
        },
      },
    },
  })
  return { ...app, closings, drafts, user: userEvent.setup() }
}

const card = () => screen.findByRole('region', { name: 'Still open' })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

afterEach(cleanup)

describe('what is open between client and therapist', () => {
  test('says what was noticed and by whom, with advice and the study it rests on', async () => {
    show([fall, noted])
    const { textContent } = await card()
    expect(textContent).toContain(
      'In session 9 the client’s rating of working together was 4.5; before, it was around 7.6.',
    )
    expect(textContent).toContain('In session 7 the client noticed a confrontation, partly repaired.')
    expect(textContent).toContain('It was about the fee.')
    expect(textContent).toContain('ask how it was for them')
    const study = within(await card()).getByRole('link', { name: 'Read the study' })
    expect(study.getAttribute('href')).toBe('/evidence/eubanks-2018#effect-repair-outcome')
  })

  test('is closed with a word on how, which is gone from the drafts, and an Undo has the focus', async () => {
    const { user, closings, drafts } = show([fall, noted])
    await user.click(await button('Close… what was open from session 7'))
    await user.click(screen.getByRole('radio', { name: 'Yes, talked about and understood' }))
    await user.type(screen.getByLabelText('In a few words, how (optional)'), 'We spoke about money.')
    await waitFor(() => expect(drafts).toHaveLength(1), { timeout: 3000 })
    await user.click(await button('Close it: what was open from session 7'))
    const undo = await button('Undo')
    expect(closings).toMatchObject([
      {
        sessionId: noted.sessionId,
        isOfFall: false,
        isOfNote: true,
        how: 'understood',
        words: 'We spoke about money.',
      },
    ])
    expect(document.activeElement).toBe(undo)
    expect(screen.getByRole('status').textContent).toBe(
      'Closed: what was open from session 7. You said: talked about and understood.',
    )
    await waitFor(() => expect(screen.queryByText(/confrontation/)).toBeNull())
    await waitFor(() => expect(drafts).toEqual([]))

    await user.click(undo)
    expect(await screen.findByText(/the client noticed a confrontation/)).toBeTruthy()
    expect(closings).toEqual([])
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  test('the last one that is closed leaves the line with its Undo', async () => {
    const { user } = show([fall])
    await user.click(await button(/^Close…/))
    await user.click(screen.getByRole('radio', { name: 'Yes, repaired' }))
    await user.click(await button(/^Close it/))
    expect(await button('Undo')).toBeTruthy()
    await waitFor(() => expect(screen.queryByText(/rating of working together/)).toBeNull())
    expect(screen.queryByRole('link', { name: 'Read the study' })).toBeNull()
  })

  test('is left open without an ending, and nothing half typed stays', async () => {
    const { user, closings, drafts } = show([fall])
    await user.click(await button(/^Close…/))
    expect(screen.queryByRole('button', { name: /^Close it/ })).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'It was not a rupture' }))
    await user.click(await button('Leave it open'))
    expect(await button(/^Close…/)).toBeTruthy()
    await waitFor(() => expect(drafts).toEqual([]))
    expect(closings).toEqual([])
  })

  test('comes back as it was typed after a lock', async () => {
    const drafts = [
      {
        form: 'repair-closing' as const,
        subject: fall.sessionId,
        clientId,
        content: JSON.stringify({ how: 'repaired', words: 'We named it.' }),
        updatedAt: '2025-03-11T10:00:00.000Z',
      },
    ]
    show([fall], { drafts })
    expect(await screen.findByDisplayValue('We named it.')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Yes, repaired' }).checked).toBe(true)
  })

  test('after the session the question is asked at once, without advice', async () => {
    const { user, closings } = show([fall], { isAsking: true })
    const group = await screen.findByRole('radiogroup', { name: 'Session 9: is it over?' })
    expect(screen.queryByText(/ask how it was for them/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Leave it open' })).toBeNull()
    await user.click(within(group).getByRole('radio', { name: 'It no longer matters' }))
    await user.click(await button(/^Close it/))
    await waitFor(() => expect(closings).toMatchObject([{ how: 'let-go', isOfFall: true, isOfNote: false }]))
  })

  test('a failure is said, and what was typed stays', async () => {
    const { user } = show([fall], { fails: true })
    await user.click(await button(/^Close…/))
    await user.click(screen.getByRole('radio', { name: 'Yes, repaired' }))
    await user.type(screen.getByLabelText('In a few words, how (optional)'), 'Named.')
    await user.click(await button(/^Close it/))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.getByDisplayValue('Named.')).toBeTruthy()
  })

  test('words that are too long are not saved, and the field has the focus', async () => {
    const long = 'a'.repeat(longestNote + 1)
    const drafts = [
      {
        form: 'repair-closing' as const,
        subject: fall.sessionId,
        clientId,
        content: JSON.stringify({ how: 'repaired', words: long }),
        updatedAt: '2025-03-11T10:00:00.000Z',
      },
    ]
    const { user, closings } = show([fall], { drafts })
    const field = await screen.findByDisplayValue(long)
    await user.click(await button(/^Close it/))
    expect(document.activeElement).toBe(field)
    expect(closings).toEqual([])
  })

  test('the line of the last time is there with and without something open, under a title that fits', async () => {
    const said = { number: 8, said: 'We meant different things.' }
    show([fall], { said })
    expect((await card()).textContent).toContain('We meant different things.')
    cleanup()
    show([], { said })
    const alone = await screen.findByRole('region', { name: 'From the last session' })
    expect(alone.textContent).toContain('In session 8 you looked at it together.')
    expect(within(alone).queryByRole('link')).toBeNull()
    cleanup()
    show([])
    expect(screen.queryByRole('region')).toBeNull()
  })

  test('a vault that can’t be written shows what is open, and offers nothing', async () => {
    show([noted], { access: 'read-only' })
    expect(await screen.findByText(/the client noticed a confrontation/)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('of more than three the newest are shown first', async () => {
    const many = [9, 8, 7, 6, 5].map((number) => ({ ...noted, number, sessionId: idOf(number) }))
    const { user } = show(many)
    expect(within(await card()).getAllByRole('listitem')).toHaveLength(3)
    await user.click(await button('Show all 5'))
    expect(within(await card()).getAllByRole('listitem')).toHaveLength(5)
  })
})
