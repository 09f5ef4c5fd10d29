import { commands } from '#shared/commands/commands.ts'
import { contract } from '#shared/contract/contract.ts'
import { call, expect, test, type Running } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'

/** What the vault holds and the client must not see, and where it stands. */
export interface Secrets {
  readonly words: readonly string[]
  readonly clientId: string
  readonly sessionId: string
}

/** Fails if the one window has a way out, or a secret word in any part of its page. */
export async function expectNoWayOut(
  { app, page }: Running,
  { words }: Secrets,
  after: string,
): Promise<void> {
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

/**
 * Tries, as a client with the computer might, to reach what is the therapist's: by keys, menus, addresses, dragging,
 * paper and the bridge. `stays` fails unless the client's page is still all there is; it learns what came before.
 */
export async function reachOut(
  { app, page }: Running,
  secrets: Secrets,
  stays: (after: string) => Promise<void>,
): Promise<void> {
  await test.step('keys: the app’s shortcuts and those of browsers and systems', async () => {
    for (const key of [...appKeys, ...systemKeys]) {
      await page.keyboard.press(key)
      await stays(key)
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
    await stays('the menu')
  })

  await test.step('addresses: every screen, and the way back to the one before', async () => {
    for (const address of addressesOf(secrets)) {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, address)
      await stays(address)
    }
    for (const by of [-1, -5, -15, 1]) {
      await page.evaluate((steps) => window.history.go(steps), by)
      await stays(`history ${by}`)
    }
  })

  await test.step('dragging: files, links and text dropped on the page', async () => {
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
    await stays('a drop')
  })

  await test.step('paper: a print has the page and nothing else', async () => {
    await page.emulateMedia({ media: 'print' })
    await stays('printing')
    await page.emulateMedia({ media: null })
  })

  await test.step('the bridge: every operation that is not the client’s is refused', async () => {
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
    await stays('the bridge')
  })
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
