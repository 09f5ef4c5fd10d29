import { guarded } from './api/guard.ts'
import * as members from './electron-members.ts'

/** The whole module, as `require('electron')` gives it. */
const electron: object = guarded('electron', { ...members })

export * from './electron-members.ts'
// Electron's own module has a default export, and its `require` gives the same object.
// oxlint-disable-next-line import/no-default-export
export { electron as default, electron as 'module.exports' }
