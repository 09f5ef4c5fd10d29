import { call, expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'

test('the first screen is accessible', async ({ running }) => {
  await expect(vaultPages(running.page).welcome).toBeVisible()
  await scan(running, 'first-run')
})

/** Every screen of the open app by the name of its screenshot: its address and its heading. */
type Screens = Readonly<Record<string, readonly [place: string, heading: string | RegExp]>>

/** Ids of the fictional caseload for the addresses of some screens. */
interface Caseload {
  readonly lantern: string | undefined
  readonly today: string | undefined
  /** A session of Lantern that took place. */
  readonly held: string | undefined
}

const groups: Readonly<Record<string, (caseload: Caseload) => Screens>> = {
  'the day, the clients and a log': ({ lantern, today, held }) => ({
    today: ['/', 'Today'],
    clients: ['/clients', 'Clients'],
    'new-client': ['/clients/new', 'New client'],
    client: [`/clients/${lantern}`, 'Lantern'],
    'read-session': [`/clients/${lantern}/sessions/${held}`, /^Session \d+ with Lantern/],
    'search-notes': ['/notes', 'Search notes'],
    'edit-client': [`/clients/${lantern}/edit`, /Lantern/],
    'choose-client': ['/log', 'Log a session'],
    log: [`/log/${today}`, /^Session \d+ with/],
  }),
  'the evidence, and what belongs to the therapist': () => ({
    evidence: ['/evidence', 'Evidence'],
    article: ['/evidence/abargil-2025', /emotional responses/],
    'followed-finding': [
      '/evidence/eubanks-2018#effect-repair-outcome',
      'Alliance rupture repair: A meta-analysis',
    ],
    differences: ['/evidence/norcross-lambert-2018#differences', 'Psychotherapy relationships that work III'],
    strength: ['/evidence/about/strength', 'How we describe the strength of a study'],
    'write-summary': ['/evidence/own/new', 'Write a summary'],
    'import-summaries': ['/evidence/own/import', 'Import summaries and references'],
    'export-summaries': ['/evidence/own/export', 'Export summaries'],
    supervision: ['/supervision', 'Supervision'],
    share: ['/supervision/share', 'Share'],
    wellbeing: ['/wellbeing', 'Wellbeing'],
    practice: ['/practice', 'Your practice'],
    about: ['/about', /Attune/],
    'no-screen': ['/nowhere/at/all', 'There is no screen here'],
  }),
  'the settings, and a client’s rights': ({ lantern }) => ({
    settings: ['/settings', 'Settings'],
    'export-client': [`/clients/${lantern}/export`, 'Export Lantern'],
    'erase-client': [`/clients/${lantern}/erase`, 'Erase Lantern'],
    retention: ['/settings/retention', 'Keeping and erasing'],
    audit: ['/settings/audit', 'Audit log'],
    backups: ['/settings/backups', 'Backups'],
    restore: ['/settings/backups/restore', 'Restore a backup'],
    rules: ['/settings/rules', 'How drops and changes are found'],
    instruments: ['/settings/instruments', 'Instruments'],
    'own-instrument': ['/settings/instruments/own', 'Write an instrument'],
    'prompt-rules': ['/settings/prompts', 'Which prompts you get'],
  }),
}

// One test per group, so that two workers share the screens.
for (const [group, screensOf] of Object.entries(groups)) {
  test(`${group} are accessible, light and dark, up to 200 % zoom`, async ({ openVault }) => {
    test.setTimeout(240_000)
    const running = await openVault({ withSample: true })
    const { page } = running
    const { value } = (await call(page, 'clients.list')) as {
      value: { client: { id: string; code: string } }[]
    }
    const { value: today } = (await call(page, 'today.get')) as {
      value: { sessions: { sessionId: string }[] }
    }
    const lantern = value.find(({ client }) => client.code === 'Lantern')?.client.id
    const { value: lines } = (await call(page, 'sessions.firstLines', { clientId: lantern })) as {
      value: { sessionId: string; comment: string | null }[]
    }
    const screens = screensOf({
      lantern,
      held: lines.find(({ comment }) => comment !== null)?.sessionId ?? lines[0]?.sessionId,
      today: today.sessions[0]?.sessionId,
    })
    for (const [name, [place, heading]] of Object.entries(screens)) {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, place)
      await expect(shellPage(page).heading).toHaveText(heading)
      await expect(page.getByText('Opening')).toHaveCount(0)
      await scan(running, name)
    }
  })
}

test('the client’s form is accessible', async ({ openVault }) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const { value } = (await call(page, 'today.get')) as { value: { sessions: { sessionId: string }[] } }
  await call(page, 'handOver.begin', { sessionId: value.sessions[0]?.sessionId }).catch(() => undefined)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How was today?')
  await scan(running, 'form-welcome')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
  await scan(running, 'form-questions')
})
