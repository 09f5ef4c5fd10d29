import AxeBuilder from '@axe-core/playwright'
import { call, expect, test, type Running } from '../fixtures.ts'
import { openNewVault } from '../open-vault.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepScreenshot } from '../screenshots.ts'

/** Scans the screen in light and dark and keeps a picture of each. */
async function scan({ page }: Running, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // React Aria's own announcer keeps words of buttons that are gone; it is read out, never reached.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .exclude('[data-live-announcer]')
      .analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
    expect(found, `${name}, ${colorScheme}`).toEqual([])
    for (const [width, height] of [
      [1280, 800],
      [1024, 700],
      // What a window of 1280 by 800 leaves at 200 % zoom.
      [640, 400],
    ] as const) {
      await page.setViewportSize({ width, height })
      await keepScreenshot(page, `${name}-${colorScheme}-${width}`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
}

test('the first screen is accessible', async ({ running }) => {
  await scan(running, 'first-run')
})

test('every screen of the open app is accessible, light and dark, down to 200 % zoom', async ({
  running,
}) => {
  test.setTimeout(240_000)
  await openNewVault(running, { withSample: true })
  const { page } = running
  const { value } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const lantern = value.find(({ client }) => client.code === 'Lantern')?.client.id
  const { value: today } = (await call(page, 'today.get')) as { value: { sessions: { sessionId: string }[] } }
  const screens = {
    today: ['/', 'Today'],
    clients: ['/clients', 'Clients'],
    'new-client': ['/clients/new', 'New client'],
    client: [`/clients/${lantern}`, 'Lantern'],
    'edit-client': [`/clients/${lantern}/edit`, /Lantern/],
    'choose-client': ['/log', 'Log a session'],
    log: [`/log/${today.sessions[0]?.sessionId}`, /^Session \d+ with/],
    evidence: ['/evidence', 'Evidence'],
    article: ['/evidence/abargil-2025', /emotional responses/],
    settings: ['/settings', 'Settings'],
    rules: ['/settings/rules', 'Rules'],
    instruments: ['/settings/instruments', 'Instruments'],
    about: ['/about', /Attune/],
    gallery: ['/gallery', /./],
  } as const
  for (const [name, [place, heading]] of Object.entries(screens)) {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, place)
    await expect(shellPage(page).heading).toHaveText(heading)
    await expect(page.getByText('Opening')).toHaveCount(0)
    await scan(running, name)
  }
})

test('the client’s form is accessible', async ({ running }) => {
  await openNewVault(running, { withSample: true })
  const { page } = running
  const { value } = (await call(page, 'today.get')) as { value: { sessions: { sessionId: string }[] } }
  await call(page, 'handOver.begin', { sessionId: value.sessions[0]?.sessionId }).catch(() => undefined)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How was today?')
  await scan(running, 'form-welcome')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
  await scan(running, 'form-questions')
})
