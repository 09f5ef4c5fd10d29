import { session } from './api/session.ts'

export { app } from './api/app.ts'
export { BrowserWindow } from './api/browser-window.ts'
export { clipboard, nativeTheme, powerMonitor, screen, shell } from './api/desktop.ts'
export { dialog } from './api/dialog.ts'
export { ipcMain } from './api/ipc.ts'
export { Menu, MenuItem } from './api/menu.ts'
export { utilityProcess } from './api/utility-process.ts'
export { webContents } from './api/web-contents.ts'
export { MessageChannelMain } from './utility/message-port.ts'
export { session }

/** Electron's `protocol`: the default session's. */
export const { protocol } = session.defaultSession
