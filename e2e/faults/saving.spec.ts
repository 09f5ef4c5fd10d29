import { english } from '#shared/i18n/en/index.ts'
import { call, expect, test, type Running } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { scan } from '../scan.ts'
import { failed, ok, standIn, statusOf, type Answers } from '../stand-in-answers.ts'

/** The operations that the log of a session calls, with their inputs; the vault gives the answers. */
async function answersOfLog({ page }: Running, sessionId: string, clientId: string): Promise<Answers> {
  const asked = {
    'app.about': undefined,
    'settings.get': undefined,
    'instruments.ofSession': { sessionId },
    'clients.list': undefined,
    'audit.overview': undefined,
    'today.get': undefined,
    'vaultFolder.get': undefined,
    'risk.listOpen': undefined,
    'sessions.get': { id: sessionId },
    'sessions.versions': { id: sessionId },
    'drafts.get': { sessionId },
    'clients.get': { id: clientId },
    'risk.ofSession': { sessionId },
  }
  const answers: Record<string, unknown> = {}
  for (const [path, input] of Object.entries(asked)) answers[path] = await call(page, path, input)
  return answers
}

test('text that can’t be saved stays on the screen with the reason in plain words, and is saved as soon as possible', async ({
  openVault,
}) => {
  test.setTimeout(240_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const { value } = (await call(page, 'today.get')) as {
    value: { sessions: { sessionId: string; clientId: string }[] }
  }
  const { sessionId, clientId } = value.sessions[0] ?? { sessionId: '', clientId: '' }
  const real = await answersOfLog(running, sessionId, clientId)
  const log = logPage(page)
  const note = 'Words that must not be lost.'
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/log/${sessionId}`)
  for (const code of ['disk-full', 'disk-error', 'read-only', 'vault-changed-underneath'] as const) {
    // A vault that is known to be read-only offers no form; here it becomes so while somebody types.
    const answers = {
      ...real,
      'vault.status': ok(statusOf({ state: 'open' })),
      'sessions.save': failed(code),
      'drafts.save': failed(code),
    }
    await standIn(running, answers)
    await log.part('after')
    await log.notes.fill(note)
    await log.saveButton().click()
    // Beside it stands a second alert if the draft's pause has ended by now.
    const alert = log.alert.filter({ hasText: english.errors[code].title })
    await expect(alert).toContainText(english.errors[code].safe)
    await expect(log.notes).toHaveValue(note)
    await alert.scrollIntoViewIfNeeded()
    await scan(running, `saving-${code}`)
    await standIn(running, { ...answers, 'sessions.save': real['sessions.get'] }, { reloads: false })
    await page.getByRole('button', { name: english.app.tryAgain, exact: true }).click()
    await expect(log.saved).toBeVisible()
  }
})
