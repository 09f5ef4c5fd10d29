import { EventEmitter } from 'node:events'

import type { BrowserWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'

/** What windows tell the rest of the shell, so that `app` can follow them without their knowing it. */
export type Announcements = {
  'window-created': [window: BrowserWindow]
  'window-focused': [window: BrowserWindow]
  'window-blurred': [window: BrowserWindow]
  'contents-created': [contents: WebContents]
  'contents-crashed': [contents: WebContents, details: { reason: string; exitCode: number }]
  'close-refused': []
  'all-closed': []
  'session-ended': []
  'utility-gone': [details: object]
}

/** Carries the announcements. */
export const announcements = new EventEmitter<Announcements>()

/** Every open window by its id, in the order of their making. */
export const openWindows = new Map<number, BrowserWindow>()

/** Every living web contents by its id. */
export const livingContents = new Map<number, WebContents>()

/** A running utility process: the name the app gave it and when it was started, in milliseconds since 1970. */
export type LivingUtility = { pid: number; name: string; creationTime: number }

/** Every running utility process. */
export const livingUtilities = new Set<LivingUtility>()
