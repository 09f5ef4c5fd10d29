import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runApp, smallApp } from '../testing/run-app.ts'

test('a dialog for files answers with a suggestion among the documents, and with nothing elsewhere', async () => {
  const app = smallApp(`
    const { dialog } = require('electron')
    run(async () => {
      const documents = app.getPath('documents')
      const at = (name) => require('node:path').join(documents, name)
      const window = new BrowserWindow()
      report('saved', await dialog.showSaveDialog(window, { defaultPath: at('new.json') }))
      report('taken', await dialog.showSaveDialog({ defaultPath: at('taken.json') }))
      report('folder', await dialog.showOpenDialog({ defaultPath: at('Backups'), properties: ['openDirectory'] }))
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
    taken: { canceled: true, filePath: '' },
    folder: { canceled: false, filePaths: [join(documents, 'Backups')] },
    file: { canceled: false, filePaths: [join(documents, 'taken.json')] },
    none: { canceled: true, filePaths: [] },
    elsewhere: { canceled: true, filePath: '' },
    unsaid: { canceled: true, filePaths: [] },
  })
  expect(existsSync(join(documents, 'Backups'))).toBe(true)
  expect(existsSync(join(documents, 'new.json'))).toBe(false)
  app.remove()
})

test('a message nobody can see is answered as Electron answers one that is cancelled', async () => {
  const { reports, errors } = await runApp(`
    const { dialog } = require('electron')
    const early = dialog.showMessageBox({ message: 'early' }).catch((error) => error.message)
    run(async () => {
      const answer = async (options) => (await dialog.showMessageBox(options)).response
      report('early', await early)
      report('given', await answer({ message: 'One?', buttons: ['Yes', 'Stay'], cancelId: 1 }))
      report('named', await answer({ message: 'Two?', buttons: ['Yes', 'Maybe', 'No'] }))
      report('not the default', await answer({ message: 'Three?', buttons: ['Go', 'Stay'], defaultId: 0 }))
      report('first', await answer({ message: 'Four?', buttons: ['Go', 'Stay'] }))
      const refusal = (options, name = 'showMessageBox') => dialog[name](options).catch((error) => error.message)
      report('refusals', [await refusal({ type: 'loud' }), await refusal({ buttons: 'OK' }), await refusal({ title: 1 }), await refusal({ defaultPath: 5 }, 'showSaveDialog'), await refusal({ properties: 'openFile' }, 'showOpenDialog')])
      report('lacking', messageOf(() => dialog.showOpenDialogSync({})))
    })`)
  expect(reports, errors).toStrictEqual({
    early: 'dialog module can only be used after app is ready',
    given: 1,
    named: 2,
    'not the default': 1,
    first: 0,
    refusals: [
      'Invalid message box type',
      'Buttons must be an array',
      'Title must be a string',
      'Default path must be a string',
      'Properties must be an array',
    ],
    lacking: 'not implemented in chromium-shell: dialog.showOpenDialogSync',
  })
  expect(errors).toContain('[chromium-shell] a dialog was cancelled, nobody can see it (message: One?)')
})
