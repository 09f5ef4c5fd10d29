import { expect, test } from 'vitest'
import { createOwnClipboard } from './own-clipboard.ts'

function clipboard() {
  const content = { text: '' }
  const own = createOwnClipboard({
    readText: () => Promise.resolve(content.text),
    clear: () => {
      content.text = ''
    },
  })
  return { content, own }
}

test('fault 57: what was copied in Attune is cleared', async () => {
  const { content, own } = clipboard()
  content.text = 'a sentence about a client'
  own.noteCopied()
  await own.clearIfOurs()
  expect(content.text).toBe('')
})

test('what another program put there since stays', async () => {
  const { content, own } = clipboard()
  content.text = 'a sentence about a client'
  own.noteCopied()
  content.text = 'a shopping list'
  await own.clearIfOurs()
  expect(content.text).toBe('a shopping list')
})

test('where nothing was copied in Attune, the clipboard is left alone, also after a lock that cleared it', async () => {
  const { content, own } = clipboard()
  content.text = 'a shopping list'
  await own.clearIfOurs()
  expect(content.text).toBe('a shopping list')
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
    clear: () => {
      cleared = true
    },
  })
  own.noteCopied()
  await own.clearIfOurs()
  expect(cleared).toBe(false)
})
