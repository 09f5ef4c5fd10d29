import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes the smallest app that opens a window with one field in it: what the runtime itself costs. */
export function makeEmptyApp(folder: string): string {
  const app = join(folder, 'empty-app')
  mkdirSync(app, { recursive: true })
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.mjs' }),
  )
  writeFileSync(
    join(app, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron'
void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true }
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences })
  void window.loadURL('data:text/html,<title>Empty</title><label>Field <input autofocus></label>')
})
app.on('window-all-closed', () => app.quit())
`,
  )
  return app
}
