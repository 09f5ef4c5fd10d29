import { spawn } from 'node:child_process'
import { commands } from '#shared/commands/commands.ts'
import { contract } from '#shared/contract/contract.ts'
import { english } from '#shared/i18n/en/index.ts'
import { electronExecutable } from '../electron-executable.ts'
import { call, expect, passphrase, repository, test, type Running } from '../fixtures.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { reload } from '../reload.ts'

const note = 'A sentence that only the therapist may read.'

/** What the therapist had on the screen, and what the vault holds; none of it may show while the client has the form. */
interface Secrets {
  readonly words: readonly string[]
  readonly clientId: string
  readonly sessionId: string
}

/** Reads a client's page, writes a note, and hands the form of the same session over. */
async function handOverAfterWork(running: Running): Promise<Secrets> {
  const { page } = running
  const log = logPage(page)
  const { value: clients } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const { value: today } = (await call(page, 'today.get')) as {
    value: { sessions: { sessionId: string; clientCode: string }[] }
  }
  await shellPage(page).toClient('Harbour')
  await expect(shellPage(page).heading).toHaveText('Harbour')
  await shellPage(page).toToday()
  await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await log.part('after')
  await log.notes.fill(note)
  await expect(log.draftKept).toBeVisible()
  await log.handOver()
  await expect(handOverPage(page).welcome).toBeVisible()
  return {
    words: [note, ...clients.map(({ client }) => client.code)],
    clientId: clients.find(({ client }) => client.code === 'Harbour')?.client.id ?? '',
    sessionId: today.sessions.find(({ clientCode }) => clientCode === 'Harbour')?.sessionId ?? '',
  }
}

/** The page has the form and nothing else: no way out of it, and no word of the therapist's in any part of it. */
async function expectOnlyForm({ app, page }: Running, { words }: Secrets, after: string): Promise<void> {
  await expect(page.getByRole('button', { name: english.handOver.stop.open }), after).toBeVisible()
  await expect(shellPage(page).navigation, after).toHaveCount(0)
  await expect(page.getByRole('link'), after).toHaveCount(0)
  const html = await page.content()
  expect(
    words.filter((word) => html.includes(word)),
    after,
  ).toEqual([])
  expect(await page.title(), after).toBe('Attune')
  expect(app.windows(), after).toHaveLength(1)
}

/** Every screen with something of the therapist's. */
const addressesOf = ({ clientId, sessionId }: Secrets): readonly string[] => [
  '/',
  '/clients',
  '/notes',
  '/practice',
  '/supervision',
  '/wellbeing',
  '/settings',
  '/settings/audit',
  `/clients/${clientId}`,
  `/clients/${clientId}/report`,
  `/clients/${clientId}/export`,
  `/clients/${clientId}/sessions/${sessionId}`,
  `/log/${sessionId}`,
  `/log/${sessionId}/returned#shown`,
]

/** Hands the computer over after some work, and starts the form. Gives it, and what must not be reached. */
async function startForm(running: Running) {
  const form = handOverPage(running.page)
  const secrets = await handOverAfterWork(running)
  await form.start()
  return { form, secrets }
}

const withControl = ['a', 'c', 'g', 'h', 'j', 'k', 'o', 'r', 's', 't', 'u', 'w', 'Enter', '+', '-', '0', '[']
const systemKeys = [
  'Escape F1 F5 F6 F7 F10 F11 F12 ContextMenu Shift+F10 Backspace'.split(' '),
  'Alt+ArrowLeft Alt+ArrowRight Alt+Home Alt+F4 Alt+1'.split(' '),
  withControl.map((key) => `ControlOrMeta+${key}`),
  ['c', 'i', 'j', 'r', 't', 'Tab'].map((key) => `ControlOrMeta+Shift+${key}`),
].flat()
const appKeys = commands.flatMap(({ accelerator }) =>
  accelerator === null
    ? []
    : [accelerator.replace('CmdOrCtrl', 'ControlOrMeta').replace(/\b(?=Left$|Right$)/, 'Arrow')],
)

test('fault 284: nothing that a client does at the form reaches anything of the therapist’s', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { app, page } = running
  const { form, secrets } = await startForm(running)
  await expectOnlyForm(running, secrets, 'the start')

  await test.step('keys: the app’s shortcuts and those of browsers and systems', async () => {
    for (const key of [...appKeys, ...systemKeys]) {
      await page.keyboard.press(key)
      await expectOnlyForm(running, secrets, key)
    }
  })

  await test.step('menus: every command, pressed although it is switched off', async () => {
    const ids: readonly string[] = commands.map(({ id }) => id)
    const states = await app.evaluate(({ Menu }, wanted) => {
      const menus = Menu.getApplicationMenu()?.items ?? []
      const items = menus.flatMap(({ submenu }) => submenu?.items ?? [])
      return items
        .filter(({ id }) => wanted.includes(id))
        .map((item) => {
          item.click()
          return item.enabled
        })
    }, ids)
    expect(states).toEqual(ids.map(() => false))
    await expectOnlyForm(running, secrets, 'the menu')
  })

  await test.step('addresses: every screen, and the way back to the one before', async () => {
    for (const address of addressesOf(secrets)) {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, address)
      await expectOnlyForm(running, secrets, address)
    }
    for (const by of [-1, -5, -15, 1]) {
      await page.evaluate((steps) => window.history.go(steps), by)
      await expectOnlyForm(running, secrets, `history ${by}`)
    }
  })

  await test.step('dragging: files, links and text dropped on the form', async () => {
    await page.evaluate(() => {
      const dropped = new DataTransfer()
      dropped.items.add(new File(['<h1>Not Attune</h1>'], 'page.html', { type: 'text/html' }))
      dropped.setData('text/uri-list', `${window.location.origin}/index.html#/clients`)
      dropped.setData('text/html', '<a href="#/clients">clients</a>')
      for (const target of [document.body, ...document.querySelectorAll('main, fieldset, button')])
        for (const name of ['dragenter', 'dragover', 'drop'])
          target.dispatchEvent(
            new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: dropped }),
          )
    })
    await expectOnlyForm(running, secrets, 'a drop')
  })

  await test.step('paper: a print has the form and nothing else', async () => {
    await page.emulateMedia({ media: 'print' })
    await expectOnlyForm(running, secrets, 'printing')
    await page.emulateMedia({ media: null })
  })

  await test.step('the bridge: every operation that is not the form’s is refused', async () => {
    for (const [feature, operations] of Object.entries(contract))
      for (const [name, operation] of Object.entries(operations)) {
        const path = `${feature}.${name}`
        if (operation.availableIn.includes('handOver')) continue
        expect(await call(page, path, {}), path).toMatchObject({ ok: false, code: 'not-available' })
      }
    for (const path of ['vault.status', 'settings.get', 'app.about', 'lock.last', 'handOver.form']) {
      const answer = JSON.stringify(await call(page, path))
      expect(
        secrets.words.filter((word) => answer.includes(word)),
        path,
      ).toEqual([])
    }
    await expectOnlyForm(running, secrets, 'the bridge')
  })

  await test.step('after the end, the answers are out of reach too', async () => {
    await form.rateAll(7)
    while (!(await form.comment.isVisible())) await form.next()
    await form.comment.fill('Only for my therapist.')
    await form.finish()
    await expect(form.thanks).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.evaluate(() => window.history.back())
    await reload(running)
    await expect(form.thanks).toBeVisible()
    await expect(page.getByRole('radio')).toHaveCount(0)
    expect(await page.content()).not.toContain('Only for my therapist.')
    expect(await call(page, 'handOver.form')).toMatchObject({ value: { answers: {}, comment: '' } })
  })
})

test('fault 284: a reload, a second start, a crash and a kill bring nothing of the therapist’s back', async ({
  launch,
  openVault,
  dataFolder,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { app, page } = running
  const { form, secrets } = await startForm(running)
  await form.rateAll(7)
  const isKept = async () => JSON.stringify(await call(page, 'handOver.form'))
  await expect.poll(isKept).toContain('"value":7')

  await test.step('a reload begins the form again, with its answers', async () => {
    await reload(running)
    await expect(form.welcome).toBeVisible()
    await form.start()
    await expectOnlyForm(running, secrets, 'a reload')
    await expect(page.getByRole('radio', { name: '7 out of 10' }).first()).toBeChecked()
  })

  await test.step('a second start quits', async () => {
    const second = spawn(electronExecutable(), [repository, `--user-data-dir=${dataFolder}`], {
      env: { ...process.env, ATTUNE_HEADLESS: '1' },
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0)
    await expectOnlyForm(running, secrets, 'a second start')
  })

  await test.step('a page that crashes asks for the passphrase', async () => {
    const debug = await page.context().newCDPSession(page)
    // A crashed page answers nothing.
    void debug.send('Page.crash').catch(() => undefined)
    await expect.poll(() => textOf(running)).toContain(english.unlock.unlock.title)
    const text = String(await textOf(running))
    expect(secrets.words.filter((word) => text.includes(word))).toEqual([])
  })

  await test.step('so does the next start after a kill, and behind it the answers are kept', async () => {
    app.process().kill('SIGKILL')
    await app.waitForEvent('close').catch(() => undefined)
    const again = await launch()
    await expect(vaultPages(again.page).unlockHeading).toBeVisible()
    const html = await again.page.content()
    expect(secrets.words.filter((word) => html.includes(word))).toEqual([])
    await vaultPages(again.page).unlock(passphrase)
    await expect(shellPage(again.page).today).toBeVisible()
    const kept = JSON.stringify(await call(again.page, 'sessions.get', { id: secrets.sessionId }))
    expect(kept).toContain('attune-alliance-client')
    expect(kept).toContain('"stopped"')
  })
})

/** All text of the window's page; null while there is none. Playwright gives a page up when it crashes. */
function textOf({ app }: Running): Promise<unknown> {
  return app
    .evaluate(async ({ BrowserWindow }): Promise<unknown> => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return !contents || contents.isCrashed()
        ? null
        : contents.executeJavaScript('document.documentElement.outerHTML')
    })
    .catch(() => null)
}
