import { spawn } from 'node:child_process'
import { electronExecutable } from '../electron-executable.ts'
import { expect, repository, test } from '../fixtures.ts'

test('fault 22: a second start brings the first window forward and quits', async ({ launch, dataFolder }) => {
  const { app } = await launch()
  await app.evaluate(({ app: main, BrowserWindow }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    main.on('second-instance', () => seen.push('second-instance'))
    BrowserWindow.getAllWindows()[0]?.on('focus', () => seen.push('focus'))
  })
  const second = spawn(electronExecutable(), [repository, `--user-data-dir=${dataFolder}`], {
    env: { ...process.env, ATTUNE_HEADLESS: '1' },
    stdio: 'ignore',
  })
  const code = await new Promise((resolve) => second.on('exit', resolve))
  expect(code).toBe(0)
  // The second one may end before the first learns of it.
  const seen = () => app.evaluate(() => Object.getOwnPropertyDescriptor(globalThis, 'seen')?.value as unknown)
  await expect.poll(seen).toContain('second-instance')
  expect(app.windows()).toHaveLength(1)
})
