/** Something dangerous in Electron, SQLite or a page, its pattern, and the only files that may contain it. */
export interface Restriction {
  readonly what: string
  readonly pattern: RegExp
  readonly allowed: readonly string[]
  /** A line that the pattern must find in any other file. */
  readonly planted: string
}

/** What the source may not do, or only in one place. The numbers refer to the checklist in docs/hardening.md. */
export const restrictions: readonly Restriction[] = [
  {
    what: 'windows are made in one place (3)',
    pattern: /new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/,
    allowed: ['main/electron/window.ts'],
    planted: 'const other = new BrowserWindow({ show: true })',
  },
  {
    what: 'no page has Node, shares its world or leaves the sandbox (2, 3, 4)',
    pattern: /nodeIntegration: true|contextIsolation: false|sandbox: false/,
    allowed: [],
    planted: 'webPreferences: { nodeIntegration: true }',
  },
  {
    what: 'one file knows the switch that turns the sandbox off, to refuse it (4)',
    pattern: /no-sandbox/,
    allowed: ['main/electron/refuse-to-start.ts'],
    planted: `spawn(executable, ['--no-sandbox'])`,
  },
  {
    what: 'nothing weakens a page (6, 8, 9, 10)',
    pattern:
      /\b(webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|disableBlinkFeatures|nodeIntegrationInSubFrames|nodeIntegrationInWorker|appendSwitch)\b/,
    allowed: [],
    planted: 'webPreferences: { webSecurity: false }',
  },
  {
    what: 'no web view (11, 12)',
    pattern: /webviewTag: true|<webview/,
    allowed: [],
    planted: 'webPreferences: { webviewTag: true }',
  },
  {
    what: 'pages are loaded in two places, from one address (1, 13, 18)',
    pattern: /\.(loadURL|loadFile)\(/,
    allowed: ['main/electron/hand-over-window.ts', 'main/electron/window.ts'],
    planted: `void window.loadURL('https://example.org')`,
  },
  {
    what: 'nothing is served or loaded from file: or the web (1, 18)',
    pattern: /['"`](file|http|ws|wss|ftp):\/\//,
    // These are names of vocabularies; Attune compares or writes them and never loads them.
    allowed: [
      'shared/exports/fhir/fhir-addresses.ts',
      'shared/instruments/packs/fhir/fhir-draft.ts',
      'shared/instruments/packs/fhir/fhir-extensions.ts',
    ],
    planted: `void window.loadURL('file:///etc/passwd')`,
  },
  {
    what: 'one file opens the browser (15)',
    pattern: /\b(openExternal|openPath)\b/,
    allowed: ['main/electron/app-handlers.ts'],
    planted: 'await shell.openExternal(address)',
  },
  {
    what: 'one file answers the page (17)',
    pattern: /\b(ipcMain|\.ipc\.(handle|on))\b/,
    allowed: ['main/electron/relay.ts'],
    planted: `ipcMain.handle('note', () => note)`,
  },
  {
    what: 'one file reaches the preload’s channel (17, 20)',
    pattern: /\b(ipcRenderer|exposeInMainWorld|exposeInIsolatedWorld)\b/,
    allowed: ['preload/preload.ts'],
    planted: `contextBridge.exposeInMainWorld('ipc', ipcRenderer)`,
  },
  {
    what: 'main never runs code in the page (20)',
    pattern: /\b(executeJavaScript|insertCSS|debugger\.attach|openDevTools)\b/,
    allowed: [],
    planted: 'await contents.executeJavaScript(text)',
  },
  {
    what: 'permissions are decided in one place (5)',
    pattern: /\bset(PermissionRequest|PermissionCheck|DevicePermission|DisplayMediaRequest)Handler\b/,
    allowed: ['main/electron/hardening.ts'],
    planted: 'session.setPermissionRequestHandler(grantAll)',
  },
  {
    what: 'new windows are decided in one place (14)',
    pattern: /\bsetWindowOpenHandler\b/,
    allowed: ['main/electron/hardening.ts'],
    planted: `contents.setWindowOpenHandler(() => ({ action: 'allow' }))`,
  },
  {
    what: 'nothing is fetched and no port is opened',
    pattern:
      /\b(fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)|['"](node:)?(https?|http2|net|tls|dgram|dns)['"]/,
    allowed: [],
    planted: `import { request } from 'node:https'`,
  },
  {
    what: 'no code looks for updates',
    pattern: /\bautoUpdater\b/,
    allowed: [],
    planted: 'autoUpdater.checkForUpdates()',
  },
  {
    what: 'the spell checker is given no language and never switched on, so no dictionary is fetched',
    pattern:
      /setSpellCheckerLanguages\((?!\[\]\))|setSpellCheckerEnabled\((?!false\))|spellCheckerEnabled = (?!false)|setSpellCheckerDictionaryDownloadURL|spellcheck: true/,
    allowed: [],
    planted: `session.setSpellCheckerLanguages(['en'])`,
  },
  {
    what: 'the spell checker is switched off in one place',
    pattern: /setSpellCheckerLanguages\(\[\]\)/,
    allowed: ['main/electron/hardening.ts'],
    planted: 'session.setSpellCheckerLanguages([])',
  },
  {
    what: 'no crash report is sent',
    pattern: /\bcrashReporter\b/,
    allowed: [],
    planted: 'crashReporter.start()',
  },
  {
    what: 'no program is started',
    pattern: /\bchild_process\b/,
    allowed: [],
    planted: `import { exec } from 'node:child_process'`,
  },
  {
    what: 'two files start threads, and three run in them',
    pattern: /\bworker_threads\b/,
    allowed: [
      'main/vault/backups/database-check-thread.ts',
      'main/vault/keys/argon2-thread.ts',
      'main/vault/reading/read-thread.ts',
      'main/vault/reading/run-reader.ts',
      'main/vault/threads/run-in-thread.ts',
    ],
    planted: `import { Worker } from 'node:worker_threads'`,
  },
  {
    what: 'two files start processes of the app’s own',
    pattern: /utilityProcess\.fork/,
    allowed: ['main/electron/readers.ts', 'main/electron/vault-client.ts'],
    planted: 'utilityProcess.fork(entry)',
  },
  {
    what: 'no key in the system’s keychain',
    pattern: /\bsafeStorage\b/,
    allowed: [],
    planted: 'safeStorage.encryptString(key)',
  },
  {
    what: 'the database is decrypted as a whole only in memory, for the search after an erasure; it loads no code',
    pattern: /\.(serialize|backup|loadExtension)\(/,
    allowed: ['main/vault/features/rights/scan-pages.ts'],
    planted: 'writeFileSync(file, db.serialize())',
  },
  {
    what: 'nothing is attached to the database',
    pattern: /\bATTACH\b/,
    allowed: [],
    planted: 'db.exec(`ATTACH ${file} AS other`)',
  },
  {
    what: 'no text becomes markup',
    pattern: /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write|srcdoc|srcDoc/,
    allowed: [],
    planted: 'element.innerHTML = note',
  },
  {
    what: 'no text becomes code',
    pattern: /\beval\(|new Function\(|['"`]javascript:/,
    allowed: [],
    planted: 'eval(text)',
  },
  {
    what: 'fault 57: only the reference of a study, the user’s card and the picture of a chart are put on the clipboard',
    pattern: /\b(copyText|clipboardData|writeText|execCommand|ClipboardItem)\b/,
    allowed: [
      'renderer/lib/copy-text.ts',
      'renderer/features/contacts/card-actions.tsx',
      'renderer/features/evidence/reference.tsx',
      'renderer/parts/charts/picture/copy-picture.ts',
    ],
    planted: 'navigator.clipboard.writeText(note)',
  },
  {
    what: 'nothing is stored by the page',
    pattern: /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/,
    allowed: [],
    planted: `localStorage.setItem('draft', note)`,
  },
]

/** A source file, by its path below `src`. */
export interface SourceFile {
  readonly name: string
  readonly text: string
}

/** The names of the files that match a restriction. */
export function placesOf({ pattern }: Restriction, files: readonly SourceFile[]): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)
}
