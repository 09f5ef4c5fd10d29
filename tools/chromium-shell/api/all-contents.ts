import { guarded } from './guard.ts'
import { livingContents } from './registry.ts'
import type { WebContents } from './web-contents.ts'

/** Electron's `webContents`: finds the living ones. */
export const webContents = guarded('webContents', {
  getAllWebContents: (): WebContents[] => [...livingContents.values()],
  getFocusedWebContents: (): WebContents | null => livingContents.values().next().value ?? null,
  fromId: (id: number): WebContents | undefined => livingContents.get(id),
  /** The one whose page has this id in the debugging protocol; tools that drive the app find windows by it. */
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    [...livingContents.values()].find((contents) => contents.devToolsTargetId === targetId),
})
