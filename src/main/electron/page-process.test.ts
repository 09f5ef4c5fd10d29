import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { createPageProcess } from './page-process.ts'

class FakeContents extends EventEmitter {
  readonly done: string[] = []
  crashed = false
  isCrashed() {
    return this.crashed
  }
  forcefullyCrashRenderer() {
    this.done.push('ended')
  }
  reload() {
    this.done.push('loaded')
  }
}

function pageProcess({ isDestroyed = false } = {}) {
  const contents = new FakeContents()
  let gone = 0
  // Only what is used of a window.
  const window = { isDestroyed: () => isDestroyed, webContents: contents } as unknown as BrowserWindow
  const page = createPageProcess({
    window: () => window,
    onGone: () => {
      gone += 1
    },
  })
  page.watch(window)
  return { contents, page, gone: () => gone }
}

test('the process ends, the page is loaded again, and nobody takes that for a failure', async () => {
  const { contents, page, gone } = pageProcess()
  page.replace()
  expect(contents.done).toEqual(['ended', 'loaded'])
  contents.emit('render-process-gone')
  await turn()
  expect(gone()).toBe(0)
})

test('a page that fails by itself is reported, also right after its process was replaced', async () => {
  const { contents, page, gone } = pageProcess()
  contents.emit('render-process-gone')
  await turn()
  expect(gone()).toBe(1)
  page.replace()
  contents.emit('render-process-gone')
  contents.emit('render-process-gone')
  await turn()
  expect(gone()).toBe(2)
})

test('an end that was meant and is never reported hides no later failure', async () => {
  const { contents, page, gone } = pageProcess()
  page.replace()
  contents.emit('did-finish-load')
  contents.emit('render-process-gone')
  await turn()
  expect(gone()).toBe(1)
})

test('a process that has crashed is not ended a second time, and its page is loaded again', async () => {
  const { contents, page, gone } = pageProcess()
  contents.crashed = true
  page.replace()
  expect(contents.done).toEqual(['loaded'])
  contents.emit('render-process-gone')
  await turn()
  expect(gone()).toBe(1)
})

test('a window that is closed is left alone', () => {
  const { contents, page } = pageProcess({ isDestroyed: true })
  page.replace()
  expect(contents.done).toEqual([])
})
