import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, clipboard, nativeTheme, powerMonitor, session as sessions, type BrowserWindow } from 'electron'
import { appContract } from '#shared/contract/app-contract.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import type { VaultState } from '#shared/vault-state.ts'
import { createRouter } from '#shared/contract/router.ts'
import { eventChannel } from '#shared/contract/wire.ts'
import { awaitsPassphrase } from './electron/awaits-passphrase.ts'
import { createAppHandlers } from './electron/app-handlers.ts'
import { registerAppScheme, serveApp } from './electron/app-protocol.ts'
import { createFileChoice } from './electron/choose-file.ts'
import { confirmLoss } from './electron/confirm-loss.ts'
import { createHandOverWindow } from './electron/hand-over-window.ts'
import { hardenContents, hardenSession } from './electron/hardening.ts'
import { createDoiCheck } from './electron/known-dois.ts'
import { createLock } from './electron/lock.ts'
import { createLockTimer } from './electron/lock-timer.ts'
import { createOwnClipboard } from './electron/own-clipboard.ts'
import { createPageProcess } from './electron/page-process.ts'
import { marksFileOf } from './electron/marks-file.ts'
import { setMenu } from './electron/menu.ts'
import { reasonToRefuse, refuseToStart } from './electron/refuse-to-start.ts'
import { createReaders } from './electron/readers.ts'
import { startRelay } from './electron/relay.ts'
import { createTextMenu } from './electron/text-menu.ts'
import { createVaultClient } from './electron/vault-client.ts'
import { watchForFaults } from './electron/watch-for-faults.ts'
import { createWindow, hideFromCapture } from './electron/window.ts'
import { createZoom } from './electron/zoom.ts'
import { createSettingsStore } from './settings/settings-store.ts'

/** Quitting waits this long for the clipboard, which may be slow to answer. */
const longestClearingMilliseconds = 200
/** The vault process locks itself when it misses a number of these. */
const signOfLifeEveryMilliseconds = 10_000
/** By then, the first window has usually been drawn. */
const prepareAfterMilliseconds = 2_000

let onFault = (): void => void refuseToStart('failed')

/** Wires the main process: the one file that knows all its parts. */
function start(): void {
  mkdirSync(app.getPath('userData'), { recursive: true, mode: 0o700 })
  const settings = createSettingsStore(app.getPath('userData'))
  nativeTheme.themeSource = settings.get().theme
  let window: BrowserWindow | null = null
  let isQuitting = false

  const tell = (event: AppEvent): void => {
    if (window && !window.isDestroyed()) window.webContents.send(eventChannel, event)
  }
  const pageProcess = createPageProcess({
    window: () => window,
    onGone: () => {
      if (!isQuitting) void lock.lock('failure')
    },
  })
  const runCommand = (command: Extract<AppEvent, { name: 'command' }>['command']): void => {
    tell({ name: 'command', command })
  }
  const showMenu = (state: VaultState): void =>
    setMenu({ state, platform: process.platform, run: runCommand, zoom: zoom.change })

  const textMenu = createTextMenu(() => window)
  const zoom = createZoom({
    window: () => window,
    settings,
    isHandedOver: () => vault.state() === 'handOver',
  })
  const vaultFolder = join(app.getPath('userData'), 'vault')
  const ownClipboard = createOwnClipboard(clipboard)
  const vault = createVaultClient({
    entry: join(import.meta.dirname, 'vault-process.js'),
    vaultFolder,
    assetsFolder: join(app.getAppPath(), 'assets'),
    marksFile: marksFileOf({ isPackaged: app.isPackaged, environment: process.env }),
    onState: (state) => {
      showMenu(state)
      textMenu.close()
      if (state === 'locked') timer.stop()
      else timer.start()
      // A client must not paste what the therapist copied, nor the therapist what the client did.
      void ownClipboard.clearIfOurs()
      if (state === 'handOver') handOver.enter()
      else handOver.leave()
      if (state !== 'handOver') zoom.restore()
    },
    onCrash: () => {
      lock.noteFailure()
      pageProcess.replace()
    },
    readers: createReaders(join(import.meta.dirname, 'reader-process.js')),
    onBackingUp: () => tell({ name: 'backing-up' }),
  })
  setInterval(() => vault.keepAlive(settings.get().lockAfterMinutes), signOfLifeEveryMilliseconds).unref()
  const handOver = createHandOverWindow(() => window)
  const lock = createLock({
    vault,
    tell,
    reload: pageProcess.replace,
    confirmLoss: () => confirmLoss(window),
  })
  const timer = createLockTimer({
    minutes: () => settings.get().lockAfterMinutes,
    now: () => ({ wall: Date.now(), monotonic: performance.now() }),
    onSoon: (seconds) => tell({ name: 'locking-soon', seconds }),
    onCancelled: () => tell({ name: 'locking-cancelled' }),
    onDue: () => void lock.lock('idle'),
  })

  const serve = createRouter({
    host: 'app',
    operations: appContract,
    handlers: () => handlers,
    state: vault.state,
    report: (path, cause) => {
      const name = cause instanceof Error ? cause.name : typeof cause
      process.stderr.write(`attune: ${path} failed unexpectedly (${name})\n`)
    },
  })
  const handlers = createAppHandlers({
    settings,
    show: ({ theme, hidesFromCapture }) => {
      nativeTheme.themeSource = theme
      if (window && !window.isDestroyed()) hideFromCapture(window, hidesFromCapture, process.platform)
    },
    lock,
    noteActivity: () => {
      timer.noteActivity()
      vault.noteActivity()
    },
    noteCopied: ownClipboard.noteCopied,
    quit: () => app.quit(),
    showTextMenu: textMenu.show,
    zoom: zoom.change,
    isKnownDoi: createDoiCheck(join(app.getAppPath(), 'assets/evidence')),
    chooseFile: createFileChoice({ window: () => window, vault, now: () => new Date() }),
  })
  startRelay({ window: () => window, allows: lock.allows, serve, connectPage: vault.connectPage })

  const session = sessions.fromPartition('attune')
  hardenSession(session)
  // Nothing uses the default session, and nothing should be able to.
  hardenSession(sessions.defaultSession)
  serveApp(session, join(import.meta.dirname, '../renderer'))
  showMenu('locked')

  const quitWithSystem = (): void => {
    lock.noteSystemWaiting()
    app.quit()
  }
  const openWindow = (): void => {
    window = createWindow({
      session,
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      remembered: settings.windowState(),
      allowsDevTools: !app.isPackaged,
      hidesFromCapture: settings.get().hidesFromCapture,
      isDark: nativeTheme.shouldUseDarkColors,
      zoomFactor: settings.zoomFactor(),
      platform: process.platform,
      awaitsPassphrase: awaitsPassphrase(vaultFolder),
      onState: (state) => void settings.rememberWindow(state),
    })
    // Closing quits the app in order, so that typed text is saved while the window still exists.
    window.on('close', (event) => {
      if (isQuitting) return
      event.preventDefault()
      app.quit()
    })
    pageProcess.watch(window)
    // Only Windows emits these two. If the first is prevented, Windows waits until Attune is gone or the user forces
    // it. After the second it does not wait.
    window.on('query-session-end', (event) => {
      event.preventDefault()
      quitWithSystem()
    })
    window.on('session-end', () => void lock.lock('system'))
  }
  openWindow()
  onFault = () => void lock.lock('failure')
  setTimeout(settings.prepareWriting, prepareAfterMilliseconds)

  app.on('second-instance', () => {
    if (!window || window.isDestroyed()) return openWindow()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  app.on('activate', () => {
    if (!window || window.isDestroyed()) openWindow()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('before-quit', (event) => {
    if (isQuitting) return
    event.preventDefault()
    void lock.lock('quit').then(async (isLocked) => {
      if (!isLocked) return
      await Promise.race([ownClipboard.clearIfOurs(), wait(longestClearingMilliseconds)])
      isQuitting = true
      app.quit()
    })
  })
  powerMonitor.on('suspend', () => void lock.lock('system'))
  powerMonitor.on('lock-screen', () => void lock.lock('system'))
  powerMonitor.on('resume', timer.check)
  // Linux and macOS emit this event, and wait if it is prevented; Windows asks the window instead.
  powerMonitor.on('shutdown', (...given: unknown[]) => {
    delaySystem(given[0])
    quitWithSystem()
  })
}

/** Prevents the event to gain time to quit in order. Electron documents this, but its types leave it out. */
function delaySystem(event: unknown): void {
  if (typeof event !== 'object' || event === null || !('preventDefault' in event)) return
  if (typeof event.preventDefault === 'function') event.preventDefault()
}

/** Starts Attune unless it must refuse to start or another instance uses the same folder. */
function begin(): void {
  app.enableSandbox()
  registerAppScheme()
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents)
  })
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.whenReady().then(start).catch(actOnFault)
}

const actOnFault = watchForFaults({ process, isPackaged: app.isPackaged, onFault: () => onFault() })
const refusal = reasonToRefuse()
if (refusal) void refuseToStart(refusal)
else begin()
