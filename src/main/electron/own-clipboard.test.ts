import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createOwnClipboard, type ClipboardParts } from './own-clipboard.ts'

/** Longer than Attune waits for a copy to reach the clipboard. */
const settled = () => wait(150)

function clipboard() {
  const content = { text: '', picture: '', readings: 0 }
  const own = createOwnClipboard({
    readText: () => {
      content.readings += 1
      return Promise.resolve(content.text)
    },
    has: (type) => Promise.resolve(type === 'image/png' && content.picture !== ''),
    // Only what is used of an item.
    read: () =>
      Promise.resolve([
        { types: ['text/html'] },
        { types: ['image/png'], getType: () => Promise.resolve(new Blob([content.picture])) },
      ] as unknown as Awaited<ReturnType<ClipboardParts['read']>>),
    clear: () => {
      content.text = ''
      content.picture = ''
    },
  })
  return { content, own }
}

test('fault 57: text copied in Attune is cleared', async () => {
  const { content, own } = clipboard()
  content.text = 'a sentence about a client'
  own.noteCopied()
  await settled()
  await own.clearIfOurs()
  expect(content.text).toBe('')
})

test('text that reaches the clipboard a moment after the page announced it is cleared too', async () => {
  const { content, own } = clipboard()
  content.text = 'what was there before'
  own.noteCopied()
  await wait(20)
  content.text = 'a sentence about a client'
  await settled()
  await own.clearIfOurs()
  expect(content.text).toBe('')
})

test('a lock right after a copy waits for the copy and clears it', async () => {
  const { content, own } = clipboard()
  content.text = 'what was there before'
  own.noteCopied()
  const clearing = own.clearIfOurs()
  content.text = 'a sentence about a client'
  await clearing
  expect(content.text).toBe('')
})

test('quitting can wait for a clearing that a lock has begun', async () => {
  const { content, own } = clipboard()
  content.text = 'a sentence about a client'
  own.noteCopied()
  void own.clearIfOurs()
  await own.clearIfOurs()
  expect(content.text).toBe('')
})

test('text that another program put there since stays', async () => {
  const { content, own } = clipboard()
  content.text = 'a sentence about a client'
  own.noteCopied()
  await settled()
  content.text = 'a shopping list'
  await own.clearIfOurs()
  expect(content.text).toBe('a shopping list')
})

test('fault 157: a picture copied in Attune is cleared, but not one that another program put there since', async () => {
  const { content, own } = clipboard()
  content.picture = 'the picture of a chart'
  own.noteCopied()
  await settled()
  await own.clearIfOurs()
  expect(content.picture).toBe('')

  content.picture = 'the picture of a chart'
  own.noteCopied()
  await settled()
  content.picture = 'a holiday'
  await own.clearIfOurs()
  expect(content.picture).toBe('a holiday')
})

test('if nothing was copied in Attune, the clipboard is left alone, even after a lock that cleared it', async () => {
  const { content, own } = clipboard()
  content.text = 'a shopping list'
  await own.clearIfOurs()
  expect(content).toMatchObject({ text: 'a shopping list', readings: 0 })
  own.noteCopied()
  await own.clearIfOurs()
  content.text = 'a shopping list'
  await own.clearIfOurs()
  expect(content.text).toBe('a shopping list')
})

test('a clipboard that cannot be read is left alone', async () => {
  let cleared = false
  const own = createOwnClipboard({
    readText: () => Promise.reject(new Error('no clipboard')),
    has: () => Promise.reject(new Error('no clipboard')),
    read: () => Promise.reject(new Error('no clipboard')),
    clear: () => {
      cleared = true
    },
  })
  own.noteCopied()
  await own.clearIfOurs()
  expect(cleared).toBe(false)
})
