import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ArticleScreen } from './article-screen.tsx'
import { EvidenceScreen } from './evidence-screen.tsx'
import { fakeLibrary } from './testing/fake-library.ts'

const articles = [
  exampleArticle({ id: 'warmth', title: 'Warmth in the first hour', topics: ['alliance', 'empathy'] }),
  exampleArticle({
    id: 'leaving',
    title: 'Leaving without a word',
    shortCitation: 'Other, 2021',
    citation: 'Other, B. (2021). Leaving without a word.',
    topics: ['attendance'],
    design: 'meta-analysis',
    effects: [
      { id: 'silence', claim: 'Silence goes with leaving.', statistic: 'direction', reportedIn: 'summary' },
    ],
  }),
]

function open(at = '/evidence', list: () => typeof articles = () => articles) {
  const user = userEvent.setup()
  const app = renderApp({
    at,
    screens: { '/evidence': EvidenceScreen, '/evidence/$articleId': ArticleScreen },
    handlers: { evidence: fakeLibrary(list) },
  })
  return { user, ...app }
}

async function titles(): Promise<(string | null)[]> {
  const headings = await screen.findAllByRole('heading', { level: 2 })
  return headings.map((heading) => heading.textContent)
}

beforeEach(() => {
  // jsdom has no layout and so cannot scroll.
  vi.spyOn(window, 'scrollBy').mockReturnValue(undefined)
})
afterEach(cleanup)

describe('the list of evidence', () => {
  test('shows every study with its citation, its strength and its topics', async () => {
    open()
    expect(await titles()).toEqual(['Warmth in the first hour', 'Leaving without a word'])
    const [row] = within(screen.getByRole('list', { name: 'Studies found' })).getAllByRole('listitem')
    expect(row?.textContent).toContain('Example, 2020')
    expect(row?.textContent).toContain('One observational study, 40 pairs of therapist and client')
    expect(row?.textContent).toContain('Alliance and therapeutic relationship')
    expect(screen.getByRole('status').textContent).toBe('2 of 2 studies, by first author')
  })

  test('puts the focus on its heading, or on the search if the address asks for it', async () => {
    open()
    await titles()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    cleanup()
    open('/evidence#search')
    await titles()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')))
  })

  test('marks the words that match, and links to the finding that contains them', async () => {
    const { user } = open()
    await user.type(await screen.findByRole('searchbox'), 'silen')
    await waitFor(async () => expect(await titles()).toEqual(['Leaving without a word']))
    const finding = screen.getByRole('link', { name: 'Silence goes with leaving.' })
    expect(within(finding).getByText('Silen').tagName).toBe('MARK')
    expect(finding.getAttribute('href')).toBe('/evidence/leaving#effect-silence')
    expect(screen.getByRole('status').textContent).toBe('1 of 2 studies, closest match first')
  })

  test('says of a searched text that is too long how far it is over, and searches again once it fits', async () => {
    const { user, failures } = open()
    await user.click(await screen.findByRole('searchbox'))
    await user.paste('silence '.repeat(1_400))
    expect(await screen.findByText(/it is 1,199 characters too long\. At most 10,000 fit\./)).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(await titles()).toHaveLength(2)
    await user.clear(screen.getByRole('searchbox'))
    await user.type(screen.getByRole('searchbox'), 'silen')
    await waitFor(async () => expect(await titles()).toEqual(['Leaving without a word']))
    expect(screen.queryByText(/too long/)).toBeNull()
    expect(failures).toEqual([])
  })

  test('says which word a slip was read as', async () => {
    const { user } = open()
    await user.type(await screen.findByRole('searchbox'), 'laeving')
    expect(await screen.findByText('No study has “laeving”; these have “leaving”.')).toBeTruthy()
  })

  test('goes to the first result on Enter', async () => {
    const { user } = open()
    await user.type(await screen.findByRole('searchbox'), 'leaving{Enter}')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Leaving without a word' })),
    )
  })

  test('says in a sentence that nothing matches, and offers one next step', async () => {
    const { user } = open()
    await user.type(await screen.findByRole('searchbox'), 'xyzzy')
    expect(await screen.findByText(/^No study here has all of this/)).toBeDefined()
    expect(screen.getByRole('status').textContent).toBe('None of 2 studies')
    await user.click(screen.getByRole('button', { name: 'Show all studies' }))
    expect(await titles()).toHaveLength(2)
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  })

  test('can be filtered by topic and by kind of study', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: /Topic/ }))
    await user.click(await screen.findByRole('option', { name: 'Empathy (1)' }))
    await waitFor(async () => expect(await titles()).toEqual(['Warmth in the first hour']))
    await user.click(screen.getByRole('button', { name: 'Show all studies' }))
    await user.click(screen.getByRole('button', { name: 'More filters' }))
    await user.click(screen.getByRole('button', { name: /Kind of study/ }))
    await user.click(await screen.findByRole('option', { name: 'Pooled studies (meta-analysis) (1)' }))
    await waitFor(async () => expect(await titles()).toEqual(['Leaving without a word']))
  })

  test('keeps the search when the reader comes back from a study', async () => {
    const { user } = open()
    await user.type(await screen.findByRole('searchbox'), 'leaving')
    await waitFor(async () => expect(await titles()).toHaveLength(1))
    await user.click(screen.getByRole('link', { name: 'Leaving without a word' }))
    await user.click(await screen.findByRole('button', { name: 'Back to the results' }))
    const search = await screen.findByRole<HTMLInputElement>('searchbox')
    expect(search.value).toBe('leaving')
    expect(await titles()).toHaveLength(1)
  })

  test('comes back to the study that was read, and forgets the place after that', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('link', { name: 'Leaving without a word' }))
    await user.click(await screen.findByRole('button', { name: 'Back to the results' }))
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Leaving without a word' })),
    )
  })

  test('moves from title to title with the arrows, and to the ends with Home and End', async () => {
    const { user } = open()
    const [first, second] = await screen.findAllByRole('link', { name: /hour|word/ })
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    await user.keyboard('{Home}')
    expect(document.activeElement).toBe(first)
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(second)
  })

  test('adds a bookmark and can show only bookmarked studies', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Bookmark Leaving without a word' }))
    await screen.findByRole('button', { name: 'Take the bookmark off Leaving without a word' })
    await user.click(screen.getByRole('button', { name: 'More filters' }))
    await user.click(screen.getByRole('button', { name: 'Bookmarked' }))
    await waitFor(async () => expect(await titles()).toEqual(['Leaving without a word']))
  })

  test('has its own words if there are no bookmarks yet', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'More filters' }))
    await user.click(screen.getByRole('button', { name: 'Bookmarked' }))
    expect(await screen.findByText(/^Nothing is bookmarked yet/)).toBeDefined()
  })

  test('can be filtered by strength', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'More filters' }))
    await user.click(screen.getByRole('button', { name: /Strength/ }))
    await user.click(await screen.findByRole('option', { name: 'Pooled studies' }))
    await waitFor(async () => expect(await titles()).toEqual(['Leaving without a word']))
  })

  test('keeps the filters that are needed less often behind a button, which says how many are set', async () => {
    const { user } = open()
    const more = await screen.findByRole('button', { name: 'More filters' })
    expect(more.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('button', { name: 'Unread' })).toBeNull()
    await user.click(more)
    await user.click(screen.getByRole('button', { name: 'Unread' }))
    expect(more.textContent).toBe('More filters (1 set)')
    await user.click(await screen.findByRole('link', { name: 'Leaving without a word' }))
    await user.click(await screen.findByRole('button', { name: 'Back to the results' }))
    expect(await screen.findByRole('button', { name: 'Unread', pressed: true })).toBeDefined()
  })

  test('offers only topics that have a study', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: /Topic/ }))
    const options = await screen.findAllByRole('option')
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'All topics',
      'Alliance and therapeutic relationship (1)',
      'Attendance, attrition and drop-out (1)',
      'Empathy (1)',
    ])
  })

  test('draws only the visible ones of very many studies, and says how many there are', async () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      exampleArticle({ id: `study-${index}`, title: `Study ${index}` }),
    )
    // A window of 768 px over rows of 128: jsdom lays nothing out.
    for (const [size, pixels] of [
      ['clientWidth', 800],
      ['clientHeight', many.length * 128],
      ['scrollHeight', 128],
    ] as const)
      vi.spyOn(HTMLElement.prototype, size, 'get').mockReturnValue(pixels)
    onTestFinished(() => void vi.restoreAllMocks())
    open('/evidence', () => many)
    expect((await titles()).length).toBeLessThan(40)
    const [row] = within(screen.getByRole('list', { name: 'Studies found' })).getAllByRole('listitem')
    expect(row?.getAttribute('aria-setsize')).toBe('2000')
    expect(screen.getByRole('status').textContent).toBe('2000 of 2000 studies, by first author')
  })

  test('says what went wrong if the studies can’t be read, and tries again on request', async () => {
    let isBroken = true
    const { user } = open('/evidence', () => {
      if (isBroken) throw new AppError('disk-error')
      return articles
    })
    expect(await screen.findByRole('alert')).toBeDefined()
    isBroken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await titles()).toHaveLength(2)
  })
})
