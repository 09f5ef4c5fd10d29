import { expect, test } from 'vitest'
import { acceleratorOn, commandForKey, commands } from './commands.ts'

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

test('back and forward are Alt with an arrow, on a Mac Cmd with a bracket', () => {
  expect(commandForKey(press('ArrowLeft', { altKey: true }), 'linux')).toBe('back')
  expect(commandForKey(press('ArrowRight', { altKey: true }), 'windows')).toBe('forward')
  expect(commandForKey(press('ArrowLeft', { altKey: true }), 'mac')).toBeNull()
  expect(commandForKey(press('[', { metaKey: true }), 'mac')).toBe('back')
  expect(commandForKey(press('[', { ctrlKey: true }), 'linux')).toBeNull()
})

test('F1 shows the shortcuts, without any other key held', () => {
  expect(commandForKey(press('F1'), 'linux')).toBe('shortcuts')
  expect(commandForKey(press('F1', { shiftKey: true }), 'linux')).toBeNull()
  expect(commandForKey(press('F1', { metaKey: true }), 'linux')).toBeNull()
})

test('no command has a letter alone or with Ctrl and Alt as its shortcut', () => {
  for (const { accelerator } of commands) {
    const key = accelerator?.split('+').at(-1)
    if (key === undefined) continue
    if (!/^F\d+$/.test(key)) expect(commandForKey(press(key), 'linux')).toBeNull()
    expect(commandForKey(press(key, { ctrlKey: true, altKey: true }), 'linux')).toBeNull()
  }
})

test('no two commands share a shortcut', () => {
  for (const platform of ['mac', 'windows', 'linux'] as const) {
    const accelerators = commands.flatMap((command) => acceleratorOn(command, platform) ?? [])
    expect(new Set(accelerators).size).toBe(accelerators.length)
  }
})
