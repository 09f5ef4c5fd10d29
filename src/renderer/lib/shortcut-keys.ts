import type { TFunction } from 'i18next'
import { acceleratorOn, commands, type CommandId, type Platform } from '#shared/commands/commands.ts'

/** The names of the keys that give a command on this system, in the order of pressing; empty if it has no shortcut. */
export function shortcutKeys(id: CommandId, platform: Platform, t: TFunction): readonly string[] {
  const command = commands.find((each) => each.id === id)
  const accelerator = command === undefined ? null : acceleratorOn(command, platform)
  return accelerator === null ? [] : accelerator.split('+').map((part) => keyName(part, platform, t))
}

/** The name of one key. `CmdOrCtrl` is Cmd on a Mac and Ctrl elsewhere. */
export function keyName(key: string, platform: Platform, t: TFunction): string {
  if (key === 'CmdOrCtrl') return t(platform === 'mac' ? 'app.keys.command' : 'app.keys.control')
  if (key === 'Shift') return t('app.keys.shift')
  if (key === 'Alt') return t('app.keys.alt')
  if (key === 'Plus') return '+'
  if (key === 'Left') return '←'
  return key === 'Right' ? '→' : key
}
