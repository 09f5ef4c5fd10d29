import { webContents } from './api/all-contents.ts'
import { app } from './api/app.ts'
import { BrowserWindow } from './api/browser-window.ts'
import { dialog } from './api/dialog.ts'
import { absent, guarded } from './api/guard.ts'
import { ipcMain } from './api/ipc-main.ts'
import { Menu, MenuItem } from './api/menu.ts'
import { nativeTheme } from './api/native-theme.ts'
import { powerMonitor } from './api/power-monitor.ts'
import { screen } from './api/screen.ts'
import { session } from './api/session.ts'
import { clipboard, net, safeStorage, shell } from './api/small-modules.ts'
import { utilityProcess } from './api/utility-process.ts'
import { MessageChannelMain } from './utility/message-port.ts'

const { protocol } = session.defaultSession

const present = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeTheme,
  net,
}
const more = { powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess, webContents }

// Part of Electron but not of the shell: they can be imported, and say so as soon as they are used.
const lacking = {
  autoUpdater: absent('autoUpdater'),
  BaseWindow: absent('BaseWindow'),
  BrowserView: absent('BrowserView'),
  contentTracing: absent('contentTracing'),
  crashReporter: absent('crashReporter'),
  desktopCapturer: absent('desktopCapturer'),
  globalShortcut: absent('globalShortcut'),
  ImageView: absent('ImageView'),
  inAppPurchase: absent('inAppPurchase'),
  nativeImage: absent('nativeImage'),
  netLog: absent('netLog'),
  Notification: absent('Notification'),
  powerSaveBlocker: absent('powerSaveBlocker'),
  pushNotifications: absent('pushNotifications'),
  ShareMenu: absent('ShareMenu'),
  systemPreferences: absent('systemPreferences'),
  TouchBar: absent('TouchBar'),
  Tray: absent('Tray'),
  View: absent('View'),
  WebContentsView: absent('WebContentsView'),
  webFrameMain: absent('webFrameMain'),
}

/** The whole module, as `require('electron')` gives it. */
const electron: object = guarded('electron', { ...present, ...more, ...lacking })

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeTheme,
  net,
}
export { powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess, webContents }
export const {
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  crashReporter,
  desktopCapturer,
  globalShortcut,
  ImageView,
  inAppPurchase,
  nativeImage,
  netLog,
  Notification,
  powerSaveBlocker,
  pushNotifications,
  ShareMenu,
  systemPreferences,
  TouchBar,
  Tray,
  View,
  WebContentsView,
  webFrameMain,
} = lacking

// Electron's own module has a default export, and its `require` gives the same object.
// oxlint-disable-next-line import/no-default-export
export { electron as default, electron as 'module.exports' }
