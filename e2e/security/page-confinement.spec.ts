import { call, expect } from '../fixtures.ts'
import { testOnOneStart } from '../one-start.ts'
import { outcomesOf, refusedOrNoDevice } from '../outcome-in-page.ts'

const test = testOnOneStart()

test('the page has no Node, no Electron, and exactly one bridge', async ({ page }) => {
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: Object.keys(window.attune).toSorted(),
    isFrozen: Object.isFrozen(window.attune),
  }))
  expect(found).toEqual({ node: [], bridge: ['call', 'onEvent'], isFrozen: true })
})

test('the bridge reaches only the contract', async ({ page }) => {
  for (const path of ['__proto__.toString', 'app.constructor', 'vault.db', 'nope', ''])
    expect(await call(page, path)).toMatchObject({ ok: false, code: 'not-found' })
  for (const path of ['clients.list', 'sessions.get', 'drafts.list', 'evidence.list'])
    expect(await call(page, path, {}), path).toMatchObject({ ok: false, code: 'not-available' })
})

test('inline code, evaluated code and every connection are refused', async ({ page }) => {
  const directives = ['connect-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem']
  const refused = await page.evaluate(async (expected) => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.planted = true'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(style)
    const image = new Image()
    image.src = 'https://attune.invalid/a.png'
    const fetched = await fetch('app://attune/index.html').then(
      () => 'answered',
      () => 'refused',
    )
    // In a timer, because the policy does not apply to code that a debugger evaluates.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- the test expects a refusal
          resolve(String(new Function('return "allowed"')()))
        } catch {
          resolve('refused')
        }
      })
    })
    const moment = () => new Promise((resolve) => setTimeout(resolve, 200))
    const areAllRefused = () => expected.every((directive) => violations.includes(directive))
    // Once more after the last, for one that nobody expects.
    for (let times = 0; times < 100 && !areAllRefused(); times += 1) await moment()
    await moment()
    return {
      planted: 'planted' in window,
      fetched,
      evaluated,
      violations: [...new Set(violations)].toSorted(),
    }
  }, directives)
  expect(refused).toEqual({
    planted: false,
    fetched: 'refused',
    evaluated: 'refused',
    violations: directives,
  })
})

test('nothing leads to another page or window', async ({ running }) => {
  const { app, page } = running
  const address = page.url()
  await app.evaluate(({ app: main, BrowserWindow }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // This listener runs after Attune's own.
    contents?.on('will-frame-navigate', ({ url, defaultPrevented }) => {
      seen.push(`${defaultPrevented ? 'refused' : 'let go'}: ${url}`)
    })
    contents?.on('did-navigate', (_event, url) => seen.push(`went: ${url}`))
    main.on('browser-window-created', () => seen.push('window'))
  })
  const seen = () =>
    app.evaluate(() => Object.getOwnPropertyDescriptor(globalThis, 'seen')?.value as string[])
  await page.evaluate(() => {
    window.location.href = 'https://attune.invalid/elsewhere'
  })
  await expect.poll(seen).toHaveLength(1)
  await page.evaluate(() => {
    Object.assign(window, { opened: window.open('https://attune.invalid/window') })
  })
  // Electron gives the page null, the stand-in a closed window.
  const isShut = () => page.evaluate(() => (Reflect.get(window, 'opened') as Window | null)?.closed ?? true)
  await expect.poll(isShut).toBe(true)
  expect(await seen()).toEqual(['refused: https://attune.invalid/elsewhere'])
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => 'attune' in window)).toBe(true)
  expect(app.windows()).toHaveLength(1)
})

test('every permission is denied', async ({ page }) => {
  const outcomes = await outcomesOf(page, ['camera', 'place', 'notifications'])
  expect(outcomes).toEqual({
    camera: expect.stringMatching(refusedOrNoDevice),
    place: 'NotAllowedError',
    notifications: 'NotAllowedError',
  })
  const camera = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'camera' })).state,
  )
  expect(camera).toBe('denied')
})

test('only the files of the build are served', async ({ page }) => {
  const loaded = await page.evaluate(async () => {
    const load = (address: string) =>
      new Promise<string>((resolve) => {
        const link = document.createElement('link')
        link.rel = 'stylesheet'
        link.href = address
        link.onload = () => resolve('served')
        link.onerror = () => resolve('refused')
        document.head.append(link)
      })
    const addresses = [
      document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '',
      '..%2fmain/main.js',
      '..%2f..%2fpackage.json',
      '%2e%2e/package.json',
      'etc/passwd',
    ]
    return Promise.all(addresses.map(load))
  })
  expect(loaded).toEqual(['served', 'refused', 'refused', 'refused', 'refused'])
})
