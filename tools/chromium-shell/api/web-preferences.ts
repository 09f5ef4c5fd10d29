import type { WebPreferences } from 'electron'

import { notImplemented } from './guard.ts'

const anything = () => true
const onlyTrue = (value: unknown) => value === true
const onlyFalse = (value: unknown) => value === false

// What the shell can keep its word about; a value outside is refused rather than ignored.
const accepted: Record<string, (value: unknown) => boolean> = {
  preload: anything,
  session: anything,
  partition: anything,
  additionalArguments: anything,
  nodeIntegrationInSubFrames: anything,
  zoomFactor: anything,
  spellcheck: anything,
  devTools: anything,
  backgroundThrottling: anything,
  v8CacheOptions: anything,
  safeDialogs: anything,
  navigateOnDragDrop: onlyFalse,
  disableBlinkFeatures: (value) => value === '',
  enableBlinkFeatures: (value) => value === '',
  contextIsolation: onlyTrue,
  sandbox: onlyTrue,
  webSecurity: onlyTrue,
  javascript: onlyTrue,
  images: onlyTrue,
  nodeIntegration: onlyFalse,
  nodeIntegrationInWorker: onlyFalse,
  allowRunningInsecureContent: onlyFalse,
  experimentalFeatures: onlyFalse,
  webviewTag: onlyFalse,
  plugins: onlyFalse,
  offscreen: onlyFalse,
  transparent: onlyFalse,
}

/** Checks preferences and adds Electron's defaults; throws naming the first that the shell can't honour. */
export function checkWebPreferences(given: WebPreferences = {}): WebPreferences {
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !accepted[name]?.(value))
      throw notImplemented(`webPreferences.${name}: ${String(value)}`)
  }
  const defaults = {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: true,
    javascript: true,
    images: true,
  }
  return { ...defaults, ...given }
}
