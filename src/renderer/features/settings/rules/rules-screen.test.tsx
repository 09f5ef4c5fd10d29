import { Link } from '@tanstack/react-router'
import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { ownSeries } from '#shared/series/testing/own-series.ts'
import { previewRules } from '#shared/overview/rule-preview.ts'
import { exampleClient, exampleSessions } from '#shared/overview/testing/example-sessions.ts'
import {
  initialRuleParameters,
  ruleParameterBounds,
  type RuleParameters,
} from '#shared/rule-settings/rule-parameters.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { useNoteOpenClient } from '#renderer/lib/open-client.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { RulesScreen } from './rules-screen.tsx'

const sessions = exampleSessions([8, 8, 7.5, 8, 8, 8, 7.5, 8, 6.75, 8, 8])

/** Replaces a client's page: it counts as opened, and links to the rules. */
function OpenClient() {
  useNoteOpenClient(exampleClient.id)
  return <Link to="/settings/rules">To the rules</Link>
}

function showRules({
  at = '/settings/rules',
  parameters = initialRuleParameters,
  fails = false,
  drafts = [],
}: { at?: string; parameters?: RuleParameters; fails?: boolean; drafts?: StoredFormDraft[] } = {}) {
  let kept = { parameters, crisisText: 'Call the clinic.' }
  const app = renderApp({
    at,
    screens: { '/settings/rules': RulesScreen, '/clients/$clientId': OpenClient },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      ruleSettings: {
        get: () => kept,
        update: (next) => {
          if (fails) throw new AppError('disk-full')
          kept = next
          return kept
        },
        preview: ({ parameters: proposed }: { parameters: RuleParameters }) =>
          previewRules(
            {
              client: exampleClient,
              sessions,
              series: ownSeries,
              chosenLead: null,
              outcomes: [],
              closings: [],
              promptsOf: () => [],
            },
            { current: kept.parameters, proposed },
          ),
      },
      clients: {
        list: () => [{ client: exampleClient, sessionCount: 11, lastHeldOn: null, nextPlannedOn: null }],
      },
    },
  })
  return { ...app, kept: () => kept, user: userEvent.setup() }
}

const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name })
const depth = () => field(/^Depth of a rupture/)
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save the rules' })

async function retype(user: ReturnType<typeof userEvent.setup>, box: HTMLInputElement, text: string) {
  await user.clear(box)
  if (text !== '') await user.type(box, text)
}

afterEach(cleanup)

describe('the rules', () => {
  test('are all listed, with bounds and defaults', async () => {
    showRules()
    await depth()
    expect(screen.getAllByRole('textbox')).toHaveLength(Object.keys(ruleParameterBounds).length)
    expect(screen.getByText(/From 1 to 20. Default: 3.2./)).toBeTruthy()
    expect(screen.getByText(/Every number is at its default/)).toBeTruthy()
    expect(save().disabled).toBe(true)
  })

  test('show the earlier number after a change, and can return to it', async () => {
    const { user } = showRules({ parameters: { ...initialRuleParameters, ruptureSpreads: 4 } })
    expect((await depth()).value).toBe('4')
    expect(screen.getByText('changed from 3.2')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Back to 3.2/ }))
    expect((await depth()).value).toBe('3.2')
    expect(screen.queryByText('changed from 3.2')).toBeNull()
  })

  test('are saved once they are valid, and leave the crisis text unchanged', async () => {
    const { user, kept } = showRules()
    await retype(user, await depth(), '3')
    await user.click(save())
    expect(await screen.findByText(/^Saved\./)).toBeTruthy()
    expect(kept()).toEqual({
      parameters: { ...initialRuleParameters, ruptureSpreads: 3 },
      crisisText: 'Call the clinic.',
    })
  })

  test('survive a lock as they were typed, also out of bounds', async () => {
    const drafts: StoredFormDraft[] = []
    const { user, unmount, kept } = showRules({ drafts })
    await retype(user, await depth(), '99,5')
    expect(await saveUnsaved()).toBe(true)
    unmount()
    const again = showRules({ drafts })
    expect((await depth()).value).toBe('99,5')
    await retype(again.user, await depth(), '3')
    await again.user.click(save())
    expect(await screen.findByText(/^Saved\./)).toBeTruthy()
    expect(drafts).toEqual([])
    expect(kept().parameters).toEqual(initialRuleParameters)
  })

  test('fault 405: typed in an Attune that had other parameters are all there, the one that is gone apart', async () => {
    const earlier = { ruptureSpreads: '99,5', limitsBaseline: '12' }
    const drafts: StoredFormDraft[] = [
      {
        form: 'rules',
        subject: 'all',
        clientId: null,
        content: JSON.stringify(earlier),
        updatedAt: '2025-03-25T11:00:00.000Z',
      },
    ]
    const { user, kept } = showRules({ drafts })
    expect((await depth()).value).toBe('99,5')
    expect(screen.getByText(/^Your unsaved text from/)).toBeTruthy()
    await retype(user, await depth(), '3')
    await user.click(save())
    expect(await screen.findByText(/^Saved\./)).toBeTruthy()
    expect(kept().parameters).toEqual({ ...initialRuleParameters, ruptureSpreads: 3 })
    expect(drafts).toEqual([])
  })

  test('accept a comma, and have no unsaved change after a save', async () => {
    const { user, kept } = showRules()
    await retype(user, await depth(), '3,20')
    expect(save().disabled).toBe(true)
    await retype(user, await depth(), '3,5')
    await user.click(save())
    expect(await screen.findByText(/^Saved\./)).toBeTruthy()
    expect(kept().parameters.ruptureSpreads).toBe(3.5)
    expect((await depth()).value).toBe('3.5')
    expect(save().disabled).toBe(true)
  })

  test('are not saved out of bounds, and the field shows the bounds', async () => {
    const { user } = showRules()
    await retype(user, await field(/^Ratings before a drop/), '99')
    expect(screen.getByText('Use a whole number from 5 to 30.')).toBeTruthy()
    expect(save().disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Undo the changes' }))
    await retype(user, await depth(), '1.5')
    expect(screen.getByText(/use at least 2\.5/)).toBeTruthy()
    expect(save().disabled).toBe(true)
  })

  test('keep the typed text when saving fails', async () => {
    const { user } = showRules({ fails: true })
    await retype(user, await depth(), '3')
    await user.click(save())
    expect((await screen.findByRole('alert')).textContent).toMatch(/The disk is full/)
    expect((await depth()).value).toBe('3')
  })

  test('can all be reset to the defaults', async () => {
    const { user, kept } = showRules({
      parameters: { ...initialRuleParameters, congruencePairs: 12, dipSpreads: 2 },
    })
    await depth()
    expect(screen.getByText('changed from 6')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Put all back/ }))
    await user.click(save())
    await screen.findByText(/^Saved\./)
    expect(kept().parameters).toEqual(initialRuleParameters)
  })
})

describe('the preview of a change', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(await screen.findByRole('button', { name: /Client$/ }))
    await user.click(screen.getByRole('option', { name: 'K-07' }))
    return screen.getByRole('region', { name: 'What would change' })
  }

  test('shows at once the client whose page was open last', async () => {
    const { user } = showRules({ at: `/clients/${exampleClient.id}` })
    await user.click(await screen.findByRole('link', { name: 'To the rules' }))
    await retype(user, await depth(), '2.6')
    expect(await screen.findByText('For K-07, this would change:')).toBeTruthy()
  })

  test('describes one client in words, before and after, and saves nothing', async () => {
    const { user, kept } = showRules()
    await depth()
    const card = await choose(user)
    expect(within(card).getByText(/^Change a number/)).toBeTruthy()
    await retype(user, await depth(), '2.6')
    expect(
      await within(card).findByText(
        'Drops in the client’s alliance ratings: now 1 dip (1 repaired); then 1 drop at rupture level (1 repaired).',
      ),
    ).toBeTruthy()
    expect(within(card).getByText('As before: congruence, questionnaires, prompts.')).toBeTruthy()
    expect(kept().parameters).toEqual(initialRuleParameters)
  })

  test('may be empty, and waits for a valid number', async () => {
    const { user } = showRules()
    await retype(user, await depth(), '3.1')
    const card = await choose(user)
    expect(await within(card).findByText('Nothing would change for K-07.')).toBeTruthy()
    await retype(user, await depth(), '50')
    expect(within(card).getByText(/^Put the marked number right/)).toBeTruthy()
  })
})
