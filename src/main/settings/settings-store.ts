import Store from 'electron-store'
import { z } from 'zod'
import { defaultSettings, settingsSchema, type Settings } from '#shared/settings/settings.ts'

const windowStateSchema = z.strictObject({
  bounds: z.strictObject({
    x: z.int(),
    y: z.int(),
    width: z.int().min(400).max(20_000),
    height: z.int().min(300).max(20_000),
  }),
  isMaximized: z.boolean(),
})
export type WindowState = z.output<typeof windowStateSchema>

/**
 * What Attune keeps outside the vault, in a readable file: the window's place, the theme, the lock time.
 *
 * Anything in the file that is not as it should be is replaced by its default, so that a damaged file can't keep
 * the app from starting or switch the lock off.
 */
export function createSettingsStore() {
  const store = new Store<Record<string, unknown>>({
    name: 'settings',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })

  const get = (): Settings => {
    const { theme, lockAfterMinutes } = settingsSchema.shape
    return {
      theme: theme.catch(defaultSettings.theme).parse(store.get('theme')),
      lockAfterMinutes: lockAfterMinutes
        .catch(defaultSettings.lockAfterMinutes)
        .parse(store.get('lockAfterMinutes')),
    }
  }

  return {
    get,
    update: (change: Partial<Settings>): Settings => {
      store.set(settingsSchema.parse({ ...get(), ...change }))
      return get()
    },
    windowState: (): WindowState | null =>
      windowStateSchema
        .nullable()
        .catch(null)
        .parse(store.get('window') ?? null),
    /** Keeps the window's place where it can; a window of a strange size or a full disk is no reason to fail. */
    rememberWindow: (state: WindowState): void => {
      const checked = windowStateSchema.safeParse(state)
      if (!checked.success) return
      try {
        store.set('window', checked.data)
      } catch {
        // The next start opens at the usual size.
      }
    },
  }
}

export type SettingsStore = ReturnType<typeof createSettingsStore>
