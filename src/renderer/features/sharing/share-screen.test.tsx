import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { z } from 'zod'
import { afterEach, expect, test } from 'vitest'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import { exampleBundle, exampleBundledClient } from '#shared/bundles/testing/example-bundle.ts'
import type { PreparedBundle } from '#shared/contract/operations/sharing.ts'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { clientAlliance } from '#shared/series/testing/own-series.ts'
import type { ConsentEntry } from '#shared/sharing/consent.ts'
import type { ShareChoice } from '#shared/sharing/share-choice.ts'
import type { ListedSent, Shareable } from '#shared/sharing/shared-client.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { clientPartSchema, shareWhomSchema } from '#shared/sharing/share-choice.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ShareScreen } from './share-screen.tsx'

const clientId = clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11')
const ruth = '7f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a12'
const max = '8f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a13'
const pseudonym = '7QF3-K9MW'

const fern: Shareable = {
  clientId,
  code: 'Fern',
  isOnAgenda: true,
  question: 'What of Paul?',
  allowsAll: true,
  allowedContacts: [],
  chosen: null,
}

/** What the vault finds in the newest draft of a form. */
function keptIn<Typed>(drafts: StoredFormDraft[], form: string, schema: z.ZodType<Typed>): Typed | null {
  const content = drafts.findLast((draft) => draft.form === form)?.content
  return content === undefined ? null : schema.parse(JSON.parse(content))
}

function show({
  client = fern,
  toWithdraw = 0,
  sent = [],
  fails = null,
  drafts = [],
  unknownSince = null,
}: {
  client?: Shareable
  toWithdraw?: number
  sent?: ListedSent[]
  fails?: AppError | null
  drafts?: StoredFormDraft[]
  unknownSince?: string | null
} = {}) {
  const asked: ShareChoice[] = []
  const saved: { bundleId: string; confirmed: readonly string[] }[] = []
  const consents: ConsentEntry[] = []
  let allows = client.allowsAll
  const app = renderApp({
    at: '/supervision/share',
    screens: { '/supervision/share': ShareScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      contacts: { list: () => [] },
      files: { choose: () => ({ kind: 'chosen', token: 'A'.repeat(43), name: 'bundle.age' }) },
      sharing: {
        choices: () => ({
          recipients: [
            { id: ruth, name: 'Ruth', lastSentAt: null, toWithdraw },
            { id: max, name: 'Max', lastSentAt: null, toWithdraw: 0 },
          ],
          notCompared: 1,
          clients: [
            { ...client, allowsAll: allows, chosen: keptIn(drafts, 'share-client', clientPartSchema) },
          ],
          whom: keptIn(drafts, 'share-whom', shareWhomSchema) ?? { recipients: [], withWellbeing: false },
          unknownSince,
        }),
        noteLookedThrough: () => {
          unknownSince = null
        },
        giveConsent: (entry) => {
          consents.push(entry)
          allows = true
        },
        ofClient: () => ({
          sessions: [1, 2, 3],
          series: [
            {
              id: clientAlliance,
              title: 'Alliance',
              instrumentTitle: 'Form',
              rater: 'client',
              isUsual: true,
              sessions: 3,
            },
          ],
        }),
        prepare: (choice): PreparedBundle => {
          asked.push(choice)
          const [share] = choice.clients
          const bundle = exampleBundle({
            withdrawn: choice.clients.length === 0 ? ['AAAA-AAAA'] : [],
            clients: choice.clients.map(() =>
              exampleBundledClient({ pseudonym, question: share?.question ?? null }),
            ),
          })
          const letter = share?.question.includes('Paula') ? 'b' : 'a'
          return {
            bundleId: choice.contactId,
            text: writeBundle(bundle),
            clients: choice.clients.map((each) => ({ clientId: each.clientId, code: 'Fern', pseudonym })),
            lines: choice.clients.map(() => ({
              key: letter.repeat(64),
              reason: 'name' as const,
              pseudonym,
              where: 'question' as const,
              session: null,
              found: ['Paul'],
            })),
          }
        },
        send: ({ bundleId, confirmed }) => {
          if (fails !== null) throw fails
          saved.push({ bundleId, confirmed })
          return { name: 'bundle.age' }
        },
        sent: () => sent,
      },
    },
  })
  return { ...app, user: userEvent.setup(), asked, saved, consents }
}

afterEach(cleanup)

const box = (name: string | RegExp) => screen.findByRole('checkbox', { name })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

test('the least of a client is shared, shown as it leaves, and saved once each line is confirmed', async () => {
  const { user, asked, saved } = show()
  await user.click(await box('Ruth'))
  await user.click(await box('Fern'))
  await screen.findByRole('checkbox', { name: /Alliance/ })
  await user.click(await button('Show what leaves'))
  const view = within(await screen.findByRole('region', { name: 'What leaves for Ruth' }))
  expect(asked).toEqual([
    {
      contactId: ruth,
      clients: [
        {
          clientId,
          question: 'What of Paul?',
          series: [clientAlliance],
          sessions: { kind: 'all' },
          withDates: false,
          withRuptures: true,
          withNotes: false,
          withWords: false,
          withAgreements: false,
        },
      ],
      withWellbeing: false,
    },
  ])
  expect(view.getByText(`Fern, called ${pseudonym}`)).toBeTruthy()
  expect(view.getByText('What of Paul?')).toBeTruthy()
  expect(view.queryByRole('columnheader', { name: 'Date' })).toBeNull()
  const save = await button('Save the bundle for Ruth…')
  expect(save).toHaveProperty('disabled', true)
  expect(screen.getByText('One line is not confirmed.')).toBeTruthy()
  await user.click(await box(/Question on Fern: has what may be a name or a place \(Paul\)/))
  await user.click(save)
  expect(saved).toEqual([])
  await typeProof(user)
  expect(await screen.findByText('Saved as “bundle.age”. Send it to Ruth.')).toBeTruthy()
  expect(saved).toEqual([{ bundleId: ruth, confirmed: ['a'.repeat(64)] }])
})

test('fault 237: what is chosen survives a lock, and goes once the file is saved', async () => {
  const drafts: StoredFormDraft[] = []
  const before = show({ drafts })
  await before.user.click(await box('Ruth'))
  await before.user.click(await box('Fern'))
  await before.user.click(await box(/^Dates of sessions/))
  await expect.poll(() => drafts.some(({ content }) => content.includes('"withDates":true'))).toBe(true)
  before.unmount()
  const { user, saved } = show({ drafts })
  expect(await box('Ruth')).toHaveProperty('checked', true)
  expect(await box(/^Dates of sessions/)).toHaveProperty('checked', true)
  expect(drafts.find(({ form }) => form === 'share-client')?.clientId).toBe(clientId)
  await user.click(await button('Show what leaves'))
  await user.click(await box(/: has what may be a name/))
  await user.click(await button('Save the bundle for Ruth…'))
  await typeProof(user)
  await expect.poll(() => saved.length).toBe(1)
  await expect.poll(() => drafts).toEqual([])
})

test('after a change the preview goes, and a changed line has to be confirmed again', async () => {
  const { user } = show()
  await user.click(await box('Ruth'))
  await user.click(await box('Fern'))
  await user.click(await button('Show what leaves'))
  await user.click(await box(/Question on Fern/))
  await user.type(await screen.findByLabelText('Question on Fern'), ' Or Paula?')
  expect(screen.queryByRole('button', { name: /Save the file/ })).toBeNull()
  expect(screen.getByText(/You changed something/)).toBeTruthy()
  await user.click(await button('Show again'))
  expect(await button('Save the bundle for Ruth…')).toHaveProperty('disabled', true)
  expect(await box(/Question on Fern/)).toHaveProperty('checked', false)
})

test('a client without consent can’t be chosen until one is recorded', async () => {
  const { user, consents } = show({ client: { ...fern, allowsAll: false } })
  await user.click(await box('Ruth'))
  expect(await box('Fern')).toHaveProperty('disabled', true)
  expect(screen.getByText('No consent for Ruth.')).toBeTruthy()
  await user.click(await button(/^Record consent/))
  await user.click(await screen.findByRole('radio', { name: 'In writing' }))
  await user.type(screen.getByLabelText('What was said'), 'Agreed.')
  await user.click(await button('Save the consent'))
  await expect.poll(() => consents.length).toBe(1)
  expect(consents[0]).toMatchObject({ clientId, contactId: null, manner: 'in-writing', said: 'Agreed.' })
  await expect.poll(async () => (await box('Fern')).hasAttribute('disabled')).toBe(false)
  const choice = await box('Fern')
  await expect.poll(() => document.activeElement).toBe(choice)
})

test('several people get a file each, and a line is confirmed once for all', async () => {
  const { user, asked } = show()
  await user.click(await box('Ruth'))
  await user.click(await box('Max'))
  await user.click(await box('Fern'))
  await user.click(await button('Show what leaves'))
  await screen.findByRole('region', { name: 'What leaves for Max' })
  expect(asked.map(({ contactId }) => contactId)).toEqual([ruth, max])
  await user.click(await box(/Question on Fern/))
  expect(await button('Save the bundle for Ruth…')).toHaveProperty('disabled', false)
  expect(await button('Save the bundle for Max…')).toHaveProperty('disabled', false)
})

test('a file that only asks to remove withdrawn clients can be made at once', async () => {
  const { user, asked } = show({ toWithdraw: 1 })
  await screen.findByText(/One client was withdrawn: the next bundle asks to remove them\./)
  await user.click(await box('Max'))
  expect(await button('Show what leaves')).toHaveProperty('disabled', true)
  await user.click(await box('Max'))
  await user.click(await box('Ruth'))
  await user.click(await button('Show what leaves'))
  expect(await screen.findByText('It asks to remove one client who was withdrawn or erased.')).toBeTruthy()
  expect(screen.getByText('It holds nothing about any client.')).toBeTruthy()
  expect(asked[0]?.clients).toEqual([])
})

test('an update takes over what was chosen before, and a failure to save is said', async () => {
  const choice = {
    clientId,
    question: 'As before?',
    series: [],
    sessions: { kind: 'last', count: 5 } as const,
    withDates: true,
    withRuptures: true,
    withNotes: false,
    withWords: false,
    withAgreements: false,
  }
  const { user, asked } = show({
    fails: new AppError('share-changed'),
    sent: [
      {
        id: ruth,
        contactId: ruth,
        contactName: 'Ruth',
        sentAt: '2026-03-20T15:00:00.000Z',
        isWithWellbeing: false,
        clientCount: 2,
        removals: 0,
        clients: [{ code: 'Fern', pseudonym, choice }],
      },
    ],
  })
  expect(
    await screen.findByText(`Fern (called ${pseudonym}): sessions, question, ruptures, and dates`),
  ).toBeTruthy()
  expect(screen.getByText('One client who was erased since.')).toBeTruthy()
  await user.click(await button(/^Send an update/))
  await user.click(await button('Show what leaves'))
  await user.click(await box(/: has what may be a name/))
  await user.click(await button('Save the bundle for Ruth…'))
  await typeProof(user)
  expect(asked[0]?.clients).toEqual([choice])
  expect(await screen.findByText('What would leave is no longer what you saw.')).toBeTruthy()
})

test('fault 278: after a restore that could not read the vault before it, the screen says what may be missing', async () => {
  const { user } = show({ unknownSince: '2026-03-01T15:00:00.000Z' })
  expect(await screen.findByText('What was sent after Mar 1, 2026 may be missing here')).toBeTruthy()
  await user.click(await button('I have checked this'))
  await expect.poll(() => screen.queryByText(/may be missing here/)).toBeNull()
})

test('fault 279: with several people the choice is kept until the last file is saved', async () => {
  const drafts: StoredFormDraft[] = []
  const { user, saved } = show({ drafts })
  for (const name of ['Ruth', 'Max', 'Fern']) await user.click(await box(name))
  await user.click(await button('Show what leaves'))
  await user.click(await box(/Question on Fern/))
  await user.click(await button('Save the bundle for Ruth…'))
  await typeProof(user)
  await screen.findByText('Saved as “bundle.age”. Send it to Ruth.')
  expect(drafts.map(({ form }) => form).toSorted()).toEqual(['share-client', 'share-whom'])
  await user.click(await button('Save the bundle for Max…'))
  await typeProof(user)
  await expect.poll(() => saved.length).toBe(2)
  await expect.poll(() => drafts).toEqual([])
})

test('what is chosen can be discarded at once', async () => {
  const drafts: StoredFormDraft[] = []
  const { user } = show({ drafts })
  for (const name of ['Ruth', 'Fern']) await user.click(await box(name))
  await expect.poll(() => drafts.length).toBe(2)
  await user.click(await button('Discard this choice'))
  await expect.poll(() => drafts).toEqual([])
  expect(await box('Ruth')).toHaveProperty('checked', false)
})
