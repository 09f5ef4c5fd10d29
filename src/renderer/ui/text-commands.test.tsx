import { afterEach, expect, test } from 'vitest'
import { textCommandsAt } from './text-commands.ts'

afterEach(() => {
  getSelection()?.removeAllRanges()
  document.body.replaceChildren()
})

/** A field with a text, all of which is selected unless `isSelected` is false. */
function field({
  kind = 'text',
  value = 'a note',
  isSelected = true,
  isReadOnly = false,
  isDisabled = false,
} = {}): Element {
  const element = document.createElement(kind === 'note' ? 'textarea' : 'input')
  if (element instanceof HTMLInputElement) element.type = kind
  element.value = value
  element.readOnly = isReadOnly
  element.disabled = isDisabled
  document.body.append(element)
  if (isSelected) element.select()
  return element
}

const everything = ['cut', 'copy', 'paste', 'selectAll']

test.each([
  ['a field', {}, everything],
  ['a note', { kind: 'note' }, everything],
  ['a search', { kind: 'search' }, everything],
  ['a field without a selection', { isSelected: false }, ['paste', 'selectAll']],
  ['an empty field', { value: '' }, ['paste']],
  ['a field that can’t be changed', { isReadOnly: true }, ['copy', 'selectAll']],
  ['a field that is switched off', { isDisabled: true }, []],
  ['a hidden passphrase', { kind: 'password' }, ['paste', 'selectAll']],
  ['a box to tick', { kind: 'checkbox', isSelected: false }, []],
])('%s offers what can be done with it', (_what, set, expected) => {
  expect(textCommandsAt(field(set))).toEqual(expected)
})

test('words of the page can be copied where they are selected, and nowhere else', () => {
  const [first, second] = [document.createElement('p'), document.createElement('p')]
  first.textContent = 'selected words'
  second.textContent = 'other words'
  document.body.append(first, second)
  expect(textCommandsAt(first)).toEqual([])
  getSelection()?.selectAllChildren(first)
  expect(textCommandsAt(first)).toEqual(['copy'])
  expect(textCommandsAt(second)).toEqual([])
})
