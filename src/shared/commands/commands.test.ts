import { expect, test } from 'vitest'
import { commandForKey, commands } from './commands.ts'

const press = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('each shortcut leads to one command, by Ctrl here and by Cmd on a Mac', () => {
  expect(commandForKey(press('n', { ctrlKey: true }), 'linux')).toBe('log-session')
  expect(commandForKey(press('N', { ctrlKey: true, shiftKey: true }), 'windows')).toBe('new-client')
  expect(commandForKey(press('n', { metaKey: true }), 'mac')).toBe('log-session')
  expect(commandForKey(press('n', { ctrlKey: true }), 'mac')).toBeNull()
})

test('no command has a letter alone or with Alt as its shortcut', () => {
  for (const { accelerator } of commands) {
    const key = accelerator?.split('+').at(-1)
    if (key === undefined) continue
    expect(commandForKey(press(key), 'linux')).toBeNull()
    expect(commandForKey(press(key, { ctrlKey: true, altKey: true }), 'linux')).toBeNull()
  }
})

test('no two commands share a shortcut', () => {
  const accelerators = commands.flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(accelerators).size).toBe(accelerators.length)
})
