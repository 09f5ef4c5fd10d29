import type { About } from '#shared/contract/operations/app.ts'
import { call, expect } from '../fixtures.ts'
import { testOnOneStart } from '../one-start.ts'
import { outcomesOf, refusedOrNoDevice } from '../outcome-in-page.ts'

const test = testOnOneStart()

test('the window is sandboxed, isolated, without Node and without a spell checker', async ({ running }) => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Electron has this function, but its types lack it.
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences')
    return typeof read === 'function' ? (Reflect.apply(read, contents, []) as object) : null
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  })
})

test('frames, forms, a base element and a web view lead nowhere', async ({ page }) => {
  const address = page.url()
  const refused = ['base-uri', 'form-action', 'frame-src', 'object-src']
  const found = await page.evaluate(async (expected) => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const frame = document.createElement('iframe')
    frame.src = '/index.html'
    const outside = document.createElement('iframe')
    outside.src = 'https://attune.invalid/'
    const blank = document.createElement('iframe')
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://attune.invalid/')
    const base = document.createElement('base')
    base.href = 'https://attune.invalid/'
    const form = document.createElement('form')
    form.action = 'https://attune.invalid/'
    const embedded = document.createElement('object')
    embedded.data = '/index.html'
    document.head.append(base)
    document.body.append(frame, outside, blank, view, form, embedded)
    form.submit()
    const halfSecond = () => new Promise((resolve) => setTimeout(resolve, 500))
    const areAllRefused = () => expected.every((directive) => violations.includes(directive))
    // Once more after the last, because a frame that is let in needs a moment too.
    for (let times = 0; times < 40 && !areAllRefused(); times += 1) await halfSecond()
    await halfSecond()
    const inside = (element: HTMLIFrameElement): boolean => {
      try {
        return element.contentWindow !== null && 'attune' in element.contentWindow
      } catch {
        return false
      }
    }
    const bridges = [frame, outside, blank].map(inside)
    const isWebView = 'loadURL' in view
    for (const element of [base, frame, outside, blank, view, form, embedded]) element.remove()
    return { violations: [...new Set(violations)].toSorted(), bridges, isWebView, base: document.baseURI }
  }, refused)
  expect(found.violations).toEqual(expect.arrayContaining(refused))
  expect(found.bridges).toEqual([false, false, false])
  expect(found.isWebView).toBe(false)
  expect(found.base).not.toContain('attune.invalid')
  expect(page.url()).toBe(address)
  expect(await call(page, 'vault.status')).toMatchObject({ ok: true })
})

test('a file dropped on the window, a link and a reload to another address change nothing', async ({
  running,
}) => {
  const { app, page } = running
  const address = page.url()
  await page.evaluate(() => {
    const dropped = new DataTransfer()
    dropped.items.add(new File(['<h1>Not Attune</h1>'], 'page.html', { type: 'text/html' }))
    const options = { bubbles: true, cancelable: true, dataTransfer: dropped }
    for (const name of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(name, options))
    for (const href of ['https://attune.invalid/', 'javascript:window.planted=true', 'file:///etc/passwd']) {
      const link = document.createElement('a')
      link.href = href
      document.body.append(link)
      link.click()
      link.remove()
    }
  })
  await page.evaluate(() => window.open('/index.html')?.closed)
  await expect.poll(() => app.windows().length).toBe(1)
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => 'planted' in window)).toBe(false)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Not Attune')
})

test('every permission that a page can request is denied, except writing to the clipboard', async ({
  page,
}) => {
  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'clipboard-read',
    'clipboard-write',
    'midi',
    'persistent-storage',
  ]
  const states = await page.evaluate(
    (asked) =>
      Promise.all(
        asked.map(async (name) => {
          // TypeScript knows fewer names than Chromium.
          const { state } = await navigator.permissions.query({ name: name as PermissionName })
          return `${name}: ${state}`
        }),
      ),
    names,
  )
  expect(states).toEqual(names.map((name) => `${name}: ${name === 'clipboard-write' ? 'granted' : 'denied'}`))

  const { value } = (await call(page, 'app.about')) as { value: About }
  const outcomes = await outcomesOf(page, ['microphone', 'clipboard', 'midi', 'screen'])
  expect(outcomes).toEqual({
    microphone: expect.stringMatching(refusedOrNoDevice),
    clipboard: 'NotAllowedError',
    midi: 'NotAllowedError',
    // The stand-in's Chromium waits for a person to choose a screen but can't ask; Electron refuses.
    screen:
      value.runtime.kind === 'chromium-shell'
        ? 'unanswered'
        : expect.stringMatching(/^Not(Allowed|Supported|Found)Error$/),
  })
})
