import { expect, test } from 'vitest'
import { createOwnClipboard } from './own-clipboard.ts'

function clipboard() {
  const content = { text: '' }
  const own = createOwnClipboard({
    readText: () => content.text,
    clear: () => {
      content.text = ''
    },
  })
  return { content, own }
}

test('fault 57: what was copied in Attune is cleared', () => {
  const { content, own } = clipboard()
  content.text = 'a sentence about a client'
  own.noteCopied()
  own.clearIfOurs()
  expect(content.text).toBe('')
})

test('what another program put there since stays', () => {
  const { content, own } = clipboard()
  content.text = 'a sentence about a client'
  own.noteCopied()
  content.text = 'a shopping list'
  own.clearIfOurs()
  expect(content.text).toBe('a shopping list')
})

test('where nothing was copied in Attune, the clipboard is left alone, also after a lock that cleared it', () => {
  const { content, own } = clipboard()
  content.text = 'a shopping list'
  own.clearIfOurs()
  expect(content.text).toBe('a shopping list')
  own.noteCopied()
  own.clearIfOurs()
  content.text = 'a shopping list'
  own.clearIfOurs()
  expect(content.text).toBe('a shopping list')
})
