import type { WebPreferences } from 'electron'

import { type PreloadScripts, preloadScripts } from '../engine/preload-source.ts'
import { createEvent } from './event.ts'
import type { WebContents } from './web-contents.ts'

/** The scripts for the preload that preferences name, if any; one that can't be read is told of as Electron does. */
export function readPreload(contents: WebContents, preferences: WebPreferences): PreloadScripts | undefined {
  const { preload, nodeIntegrationInSubFrames: inSubFrames = false, additionalArguments = [] } = preferences
  if (!preload) return undefined
  try {
    return preloadScripts(preload, { inSubFrames, additionalArguments })
  } catch (cause) {
    console.error(`Unable to load preload script: ${preload}\n`, cause)
    queueMicrotask(() => contents.emit('preload-error', createEvent(), preload, cause))
    return undefined
  }
}
