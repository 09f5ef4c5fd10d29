import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Article } from '#shared/evidence/article.ts'
import type { ArticleUse, RuleOfArticle } from '#shared/prompts/article-use.ts'
import { ruleIdSchema } from '#shared/prompts/prompt.ts'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { ArticleScreen } from './article-screen.tsx'
import { EvidenceScreen } from './evidence-screen.tsx'
import { fakeLibrary } from './testing/fake-library.ts'

const article = exampleArticle({
  doi: '10.1037/pst0000175',
  missing: ['volume and pages'],
  effects: [
    { id: 'trust', claim: 'Trust goes with staying.', statistic: 'g', value: 0.57, reportedIn: 'summary' },
    {
      id: 'warmth',
      claim: 'Warmth goes with trust.',
      statistic: 'r',
      value: 0.28,
      ci: { level: 95, low: 0.23, high: 0.33 },
      n: { count: 82, of: 'samples' },
      reportedIn: 'abstract',
    },
  ],
  discrepancies: [
    {
      effect: 'warmth',
      summary: 'Gives the interval as .22 to .33.',
      published: 'The abstract gives .23 to .33.',
      note: 'The published interval is shown.',
    },
  ],
  checked: { doi: true, abstract: true },
})

const nowhere: ArticleUse = { clients: [], own: [] }
const rule: RuleOfArticle = {
  ruleId: ruleIdSchema.parse('open-episode'),
  title: 'An episode is open',
  about: 'client',
  effectIds: ['warmth'],
  isOn: true,
}

function open(
  at: string,
  shown: Article = article,
  { use = nowhere, rules = [] as RuleOfArticle[], status = vaultStatus() } = {},
) {
  const user = userEvent.setup()
  const openDoi = vi.fn<(input: { doi: string }) => undefined>()
  const app = renderApp({
    at,
    screens: { '/evidence': EvidenceScreen, '/evidence/$articleId': ArticleScreen },
    handlers: {
      evidence: fakeLibrary(() => [shown]),
      links: { openDoi },
      prompts: { whereArticleApplies: () => use, rulesOfArticle: () => rules },
      vault: { status: () => status },
    },
  })
  return { user, openDoi, ...app }
}

const title = () => screen.findByRole('heading', { level: 1, name: article.title })

beforeAll(() => {
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = vi.fn<typeof Element.prototype.scrollIntoView>()
})
afterEach(cleanup)

describe('a study', () => {
  test('reads from its heading on, what to do before what was found', async () => {
    open('/evidence/example-2020')
    const heading = await title()
    expect(document.activeElement).toBe(heading)
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(headings.slice(0, 4)).toEqual(['In brief', 'In practice', 'What was found', 'Keep in mind'])
    expect(screen.getByText('A small study.')).toBeDefined()
  })

  test('lists its points for practice, and keeps a single old paragraph as one', async () => {
    const inPractice = ['Ask once.', 'Ask again.']
    open('/evidence/example-2020', exampleArticle({ sections: { ...article.sections, inPractice } }))
    await title()
    expect(screen.getByText('Ask again.').tagName).toBe('LI')
    cleanup()
    open('/evidence/example-2020')
    await title()
    expect(screen.getByText('You could notice it.').tagName).toBe('P')
  })

  test('says that Attune chose it, if no summary stands behind it', async () => {
    const effects = article.effects.map((effect) => ({ ...effect, reportedIn: 'abstract' as const }))
    const chosen = {
      ...article,
      effects,
      discrepancies: [],
      source: { publication: 'The published abstract' },
    }
    open('/evidence/example-2020', exampleArticle({ ...chosen, chosenBy: 'attune' }))
    await title()
    expect(screen.getByText('Attune’s own choice, read in its published abstract.')).toBeDefined()
    expect(screen.queryByText(/“The summary” is the one/)).toBeNull()
  })

  test('shows its strength of evidence and the limits of its kind', async () => {
    open('/evidence/example-2020')
    await title()
    expect(
      screen.getByText('One observational study, 40 pairs of therapist and client, 1,600 sessions'),
    ).toBeDefined()
    expect(screen.getByText(/not what brought it about/)).toBeDefined()
  })

  test('shows text as text, never as markup', async () => {
    const sections = { ...article.sections, inBrief: ['Forty <b>pairs</b> & **more**.'] }
    open('/evidence/example-2020', exampleArticle({ sections }))
    expect(await screen.findByText('Forty <b>pairs</b> & **more**.')).toBeDefined()
  })

  test('links to the other studies on each of its topics', async () => {
    const { user } = open('/evidence/example-2020')
    await title()
    await user.click(screen.getByRole('link', { name: 'Alliance and therapeutic relationship' }))
    expect(
      await screen.findByRole('button', { name: /Alliance and therapeutic relationship \(1\)/ }),
    ).toBeDefined()
  })
})

describe('the findings of a study', () => {
  const rows = () => within(screen.getByRole('table')).getAllByRole('row')

  test('have their figures, those from the published abstract first', async () => {
    open('/evidence/example-2020')
    await title()
    const [, abstract, warmth, summary, trust] = rows()
    expect(abstract?.textContent).toBe('Read in the published abstract')
    expect(warmth?.textContent).toContain('r = 0.28')
    expect(warmth?.textContent).toContain('0.23 to 0.33 (95%)')
    expect(warmth?.textContent).toContain('82 samples')
    expect(summary?.textContent).toBe('Read in the summary only')
    expect(trust?.textContent).toContain('g = 0.57')
    expect(trust?.textContent).toContain('not given')
  })

  test('explain a correlation in pairs of people', async () => {
    open('/evidence/example-2020')
    await title()
    expect(screen.getByText(/^In 59 of 100 pairs/)).toBeDefined()
  })

  test('say beside the figure that the sources differ, and link to the folded part that says how', async () => {
    const { user } = open('/evidence/example-2020')
    await title()
    const [, , warmth] = rows()
    expect(screen.queryByText('Gives the interval as .22 to .33.')).toBeNull()
    await user.click(within(warmth!).getByRole('link', { name: 'The sources differ here' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('differences'))
    const differences = document.activeElement?.textContent
    expect(differences).toContain('Warmth goes with trust.')
    expect(differences).toContain('Gives the interval as .22 to .33.')
    expect(differences).toContain('The abstract gives .23 to .33.')
    expect(differences).toContain('The published interval is shown.')
  })

  test('leave out empty columns', async () => {
    const effects = article.effects.filter(({ id }) => id === 'trust')
    open('/evidence/example-2020', exampleArticle({ effects, discrepancies: [] }))
    await title()
    const columns = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(columns).toEqual(['Finding', 'Figure'])
  })

  test('share one drawing if they share an axis', async () => {
    const [trust, warmth] = article.effects
    const effects = [trust!, warmth!, { ...warmth!, id: 'calm', claim: 'Calm goes with trust.', value: 0.31 }]
    open('/evidence/example-2020', exampleArticle({ ...article, effects }))
    await title()
    expect(screen.getByRole('figure', { name: 'Correlations side by side' })).toBeDefined()
    expect(screen.getAllByRole('figure')).toHaveLength(1)
  })

  test('list differences that concern no single finding too, on request', async () => {
    const discrepancies = [{ summary: 'Counts 54 therapists.', published: 'Not in the abstract.' }]
    const { user } = open('/evidence/example-2020', exampleArticle({ ...article, discrepancies }))
    await title()
    const name = 'Where the summary and the publication differ (1 place)'
    await user.click(screen.getByRole('button', { name }))
    expect(screen.getByRole('region', { name }).textContent).toContain('Counts 54 therapists.')
  })

  test('can be linked to: the one in the address stands first, with its figure, and has the focus', async () => {
    open('/evidence/example-2020#effect-warmth')
    await title()
    expect(document.activeElement?.id).toBe('effect-warmth')
    expect(document.activeElement?.getAttribute('aria-current')).toBe('true')
    expect(document.activeElement?.textContent).toContain('The finding you followed')
    expect(document.activeElement?.textContent).toContain('r = 0.28, 0.23 to 0.33 (95%)')
    expect(document.activeElement?.textContent).toContain('One observational study, 82 samples')
    const brief = screen.getByRole('heading', { name: 'In brief' })
    const { DOCUMENT_POSITION_FOLLOWING: after } = Node
    expect(document.activeElement!.compareDocumentPosition(brief) & after).toBe(after)
    expect(document.querySelectorAll('#effect-warmth')).toHaveLength(1)
  })

  test('say so if the one in the address is gone', async () => {
    open('/evidence/example-2020#effect-gone')
    const heading = await title()
    expect(document.activeElement).toBe(heading)
    expect(screen.getByText('The finding you followed is no longer listed for this study.')).toBeDefined()
  })
})

describe('the sources of a study', () => {
  test('say what was checked and what was not found', async () => {
    open('/evidence/example-2020')
    await title()
    const glance = screen.getByText(/^The findings were compared with the published abstract\./)
    expect(glance.textContent).toContain('1 of 2 could be read only in the summary.')
    expect(glance.textContent).toContain('Not found in a source, and left out: volume and pages.')
  })

  test('say what nobody could check', async () => {
    open('/evidence/example-2020', exampleArticle())
    await title()
    expect(screen.getByText(/^The published abstract could not be read/)).toBeDefined()
    expect(screen.getByText('No DOI was found in a source.')).toBeDefined()
    expect(screen.queryByRole('button', { name: /DOI/ })).toBeNull()
  })

  test('open a DOI outside Attune only on a press, and announce that it leaves', async () => {
    const { user, openDoi } = open('/evidence/example-2020')
    await title()
    expect(openDoi).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Open the DOI in your browser' }))
    await waitFor(() => expect(openDoi).toHaveBeenCalledWith({ doi: '10.1037/pst0000175' }))
    expect(screen.getByText(/^This leaves Attune/)).toBeDefined()
  })
})

describe('a reader’s addition to a study', () => {
  test('can be a bookmark', async () => {
    const { user, api } = open('/evidence/example-2020')
    await title()
    await user.click(screen.getByRole('button', { name: 'Bookmark' }))
    expect(await screen.findByRole('button', { name: 'Bookmarked' })).toBeDefined()
    const entry = await api.evidence.get({ id: 'example-2020' })
    expect(entry.marks.isBookmarked).toBe(true)
  })

  test('can be a mark that it was read or not, set by hand', async () => {
    const { user } = open('/evidence/example-2020')
    await title()
    await user.click(screen.getByRole('button', { name: 'Mark as read' }))
    expect(await screen.findByText('Read on Mar 5, 2026.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Mark as unread' }))
    expect(await screen.findByText(/^Unread\./)).toBeDefined()
  })

  test('can be a note that saves itself during typing', async () => {
    const { user, api } = open('/evidence/example-2020')
    await title()
    await user.type(await screen.findByRole('textbox', { name: 'Private note' }), 'For Thursday')
    expect(await screen.findByText('Saved.')).toBeDefined()
    const entry = await api.evidence.get({ id: 'example-2020' })
    expect(entry.note?.text).toBe('For Thursday')
  })

  test('can’t be typed in while the vault can only be read', async () => {
    const status = vaultStatus({ access: 'read-only', readOnlyReason: 'gone-back' })
    open('/evidence/example-2020', article, { status })
    expect(await screen.findByText(/^You have no note on this study/)).toBeDefined()
    expect(screen.queryByRole('textbox', { name: 'Private note' })).toBeNull()
  })

  test('is saved at a lock too, however soon that comes', async () => {
    const { user, api } = open('/evidence/example-2020')
    await title()
    await user.type(await screen.findByRole('textbox', { name: 'Private note' }), 'Unfinished')
    expect(await saveUnsaved()).toBe(true)
    const entry = await api.evidence.get({ id: 'example-2020' })
    expect(entry.note?.text).toBe('Unfinished')
  })

  test('fault 106: stays whole in a draft while it is too long, and the saved note stays until it is shorter', async () => {
    const { user, api } = open('/evidence/example-2020')
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Private note' })
    await user.type(box, 'a')
    await user.paste('b'.repeat(50_000))
    expect(screen.getByText(/it is one character too long/)).toBeDefined()
    expect(await saveUnsaved()).toBe(true)
    const key = { form: 'study-note', subject: 'example-2020' } as const
    expect((await api.drafts.getForm(key))?.content).toContain(`a${'b'.repeat(50_000)}`)
    expect((await api.evidence.get({ id: 'example-2020' })).note?.text).toBe('a')
    await user.type(box, '{Backspace}')
    expect(await saveUnsaved()).toBe(true)
    expect((await api.evidence.get({ id: 'example-2020' })).note?.text).toHaveLength(50_000)
    await waitFor(async () => expect(await api.drafts.getForm(key)).toBeNull())
  })
})

describe('the prompts that rest on a study now', () => {
  const client: ArticleUse['clients'][number] = {
    clientId: clientIdSchema.parse('01890000-0000-7000-8000-000000000001'),
    clientCode: 'Lantern',
    isFictional: true,
    sessionId: sessionIdSchema.parse('01890000-0000-7000-8000-000000000002'),
    sessionNumber: 7,
    ruleId: rule.ruleId,
    title: 'An episode is open',
    because: 'The bond dropped by 2.',
    effectId: 'warmth',
    isShown: false,
  }

  test('name the client, the session and the reason, and link to the prompt', async () => {
    open('/evidence/example-2020', article, { use: { clients: [client], own: [] }, rules: [rule] })
    const lead = await screen.findByRole('link', { name: 'Lantern, session 7' })
    expect(lead.getAttribute('href')).toBe(`/clients/${client.clientId}#prompt-open-episode`)
    const region = screen.getByRole('region', { name: 'Where it applies now' })
    expect(region.textContent).toContain('The bond dropped by 2.')
    expect(region.textContent).toContain('Waits behind more pressing prompts')
    expect(region.textContent).toContain('1 rule for prompts rests on this study.')
  })

  test('say so if none applies at present', async () => {
    open('/evidence/example-2020', article, { rules: [rule] })
    expect(await screen.findByText('None of them applies to a client at present.')).toBeDefined()
  })

  test('say so if no rule rests on the study', async () => {
    open('/evidence/example-2020')
    expect(await screen.findByText(/^No rule for prompts rests on this study/)).toBeDefined()
  })
})

describe('the reference of a study', () => {
  test('is copied as text, with a quiet note', async () => {
    let copied = ''
    document.execCommand = () => {
      const event = new Event('copy', { cancelable: true })
      const clipboardData = { setData: (_type: string, text: string) => (copied = text) }
      return document.dispatchEvent(Object.assign(event, { clipboardData })) || true
    }
    const { user } = open('/evidence/example-2020')
    await title()
    await user.click(screen.getByRole('button', { name: 'Copy as text (APA)' }))
    expect(await screen.findByText('Copied as text.')).toBeDefined()
    expect(copied).toBe(article.citation)
  })
})

describe('an address without a study', () => {
  test('says so and links to the list', async () => {
    const { user } = open('/evidence/nothing')
    expect(await screen.findByText('There is no study at this address.')).toBeDefined()
    const [, toList] = screen.getAllByRole('link', { name: 'All evidence' })
    await user.click(toList!)
    expect(await screen.findByRole('searchbox')).toBeDefined()
  })
})
