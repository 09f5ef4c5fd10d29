import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { smallApp } from '../testing/run-app.ts'

test('a dialog for files answers with a suggestion among the documents, and with nothing elsewhere', async () => {
  const app = smallApp(`
    const { dialog } = require('electron')
    run(async () => {
      const documents = app.getPath('documents')
      const at = (name) => require('node:path').join(documents, name)
      const window = new BrowserWindow()
      report('saved', await dialog.showSaveDialog(window, { defaultPath: at('new.json') }))
      report('taken', await dialog.showSaveDialog({ defaultPath: at('taken.json') }))
      report('folder', dialog.showOpenDialogSync({ defaultPath: at('Backups'), properties: ['openDirectory'] }))
      report('file', await dialog.showOpenDialog(window, { defaultPath: at('taken.json'), properties: ['openFile'] }))
      report('none', await dialog.showOpenDialog(window, { defaultPath: documents, properties: ['openFile'] }))
      report('elsewhere', await dialog.showSaveDialog(window, { defaultPath: at('../elsewhere.json') }))
      report('unsaid', await dialog.showOpenDialog({}))
    })`)
  const home = join(app.folder, 'home')
  const documents = join(home, 'Documents')
  mkdirSync(documents, { recursive: true })
  writeFileSync(join(documents, 'taken.json'), '{}')
  const { reports, errors } = await app.run({
    environment: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
  })
  expect(reports, errors).toStrictEqual({
    saved: { canceled: false, filePath: join(documents, 'new.json') },
    taken: { canceled: false, filePath: join(documents, 'taken (2).json') },
    folder: [join(documents, 'Backups')],
    file: { canceled: false, filePaths: [join(documents, 'taken.json')] },
    none: { canceled: true, filePaths: [] },
    elsewhere: { canceled: true, filePath: '' },
    unsaid: { canceled: true, filePaths: [] },
  })
  expect(existsSync(join(documents, 'Backups'))).toBe(true)
  expect(existsSync(join(documents, 'new.json'))).toBe(false)
  app.remove()
})
