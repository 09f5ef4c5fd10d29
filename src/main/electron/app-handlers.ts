import { app, shell } from 'electron'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { About } from '#shared/contract/operations/app.ts'
import type { Settings } from '#shared/settings/settings.ts'
import type { ZoomStep } from '#shared/settings/zoom.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { createFileChoice } from './choose-file.ts'
import type { Lock } from './lock.ts'
import { printPage } from './print-page.ts'
import type { TextMenu } from './text-menu.ts'

export interface AppHandlerParts {
  readonly settings: SettingsStore
  /** Shows the window as the settings say. */
  readonly show: (settings: Settings) => void
  readonly lock: Lock
  readonly noteActivity: () => void
  readonly noteCopied: () => void
  readonly quit: () => void
  readonly showTextMenu: TextMenu['show']
  readonly zoom: (step: ZoomStep) => void
  readonly isKnownDoi: (doi: string) => boolean
  readonly chooseFile: ReturnType<typeof createFileChoice>
}

/** Handlers of the main process: window, settings, links, lock. */
export function createAppHandlers({
  settings,
  show,
  lock,
  noteActivity,
  noteCopied,
  quit,
  showTextMenu,
  zoom,
  isKnownDoi,
  chooseFile,
}: AppHandlerParts): Handlers<'app'> {
  return {
    app: {
      about: readAbout,
      noteActivity,
      noteCopied,
      quit,
      showTextMenu,
      zoom: ({ step }) => zoom(step),
    },
    settings: {
      get: () => settings.get(),
      update: async (change) => {
        const updated = await settings.update(withoutUndefined(change))
        show(updated)
        return updated
      },
    },
    links: {
      openDoi: async ({ doi }) => {
        if (!isKnownDoi(doi)) throw new AppError('not-found', ['doi'])
        await shell.openExternal(`https://doi.org/${encodeURI(doi)}`)
      },
    },
    files: {
      choose: ({ purpose }) => chooseFile(purpose),
      printPage: () => chooseFile('report', printPage),
    },
    lock: {
      now: () => void lock.lock('command'),
      ready: ({ isDraftSafe }) => lock.ready(isDraftSafe),
      last: () => lock.last(),
    },
  }
}

function readAbout(): About {
  const { electron, chrome, node } = process.versions
  const kind = electron.includes('chromium-shell') ? 'chromium-shell' : 'electron'
  return {
    name: 'Attune',
    version: app.getVersion(),
    runtime: {
      kind,
      electron,
      chromium: chrome,
      node,
    },
    platform: platformName(),
    dataFolder: app.getPath('userData'),
    // The stand-in has only the language of Node, which comes from the environment. Plural rules load the least for it.
    locale: kind === 'electron' ? app.getSystemLocale() : new Intl.PluralRules().resolvedOptions().locale,
  }
}

function platformName(): About['platform'] {
  if (process.platform === 'darwin') return 'mac'
  return process.platform === 'win32' ? 'windows' : 'linux'
}

function withoutUndefined<T extends object>(change: T) {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined)
  // The remaining fields are all defined; `fromEntries` can't express that in its type.
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
