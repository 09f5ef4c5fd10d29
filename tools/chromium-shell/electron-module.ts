import { guarded } from './guard.ts'
import * as members from './electron-members.ts'

/** The whole module, as `require('electron')` returns it. */
const electron: object = guarded('electron', { ...members })

export * from './electron-members.ts'
// Electron's own module has a default export, and `require` returns the same object.
// oxlint-disable-next-line import/no-default-export
export { electron as default, electron as 'module.exports' }
