import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { peoplePage } from '../pages/people-page.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { strangerCard } from '../stranger-card.ts'

const words = english.contacts

test('two people exchange cards, compare words, and settle other keys, by keyboard', async ({
  openVault,
  openOtherVault,
  dataFolder,
}) => {
  test.slow()
  const [atBo, atAda] = [await openVault(), await openOtherVault()]
  const [bo, ada] = [atBo.page, atAda.page]
  const [boPeople, adaPeople] = [peoplePage(bo), peoplePage(ada)]
  const file = join(dataFolder, 'Attune card.txt')

  await test.step('Bo makes a card and saves it to a file', async () => {
    await boPeople.open()
    await expect(bo.getByText(words.purpose)).toBeVisible()
    await scan(atBo, 'people-01-empty')
    // Past the four screens of supervision.
    await shellPage(bo).heading.focus()
    for (let stop = 0; stop < 5; stop += 1) await bo.keyboard.press('Tab')
    await expect(boPeople.ownName).toBeFocused()
    await bo.keyboard.type('Bo Lind')
    await bo.keyboard.press('Enter')
    await expect(bo.getByText('Your card is in the name of Bo Lind.')).toBeVisible()
    await atBo.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await boPeople.save.press('Enter')
    await expect(bo.getByText('Saved to “Attune card.txt”.')).toBeVisible()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain('BEGIN ATTUNE CARD')
    await boPeople.copy.press('Enter')
    await expect(bo.getByText(words.own.copied)).toBeVisible()
    await scan(atBo, 'people-02-own-card')
  })

  await test.step('Ada makes a card, and adds Bo’s from the file', async () => {
    await adaPeople.open()
    await adaPeople.ownName.focus()
    await ada.keyboard.type('Ada Berg')
    await ada.keyboard.press('Enter')
    await expect(adaPeople.copy).toBeVisible()
    const chooser = ada.waitForEvent('filechooser')
    await adaPeople.openFile.press('Enter')
    await (await chooser).setFiles(file)
    await expect(shellPage(ada).heading).toHaveText('Bo Lind')
    await expect(ada.getByRole('status', { name: /not compared words with Bo Lind/ })).toBeVisible()
    await scan(atAda, 'people-03-new')
  })

  await test.step('Bo pastes Ada’s card with the message around it', async () => {
    const { value } = (await call(ada, 'contacts.own')) as { value: { card: string } }
    await boPeople.theirCard.focus()
    await bo.keyboard.insertText(`Dear Bo,\nhere is mine:\n\n${value.card}\nAda`)
    await bo.keyboard.press('Tab')
    await expect(boPeople.add).toBeFocused()
    await bo.keyboard.press('Enter')
    await expect(shellPage(bo).heading).toHaveText('Ada Berg')
    await expect(shellPage(bo).heading).toBeFocused()
  })

  await test.step('they read the words to each other, and Bo mishears one', async () => {
    const fromAda = await adaPeople.spokenWords()
    await boPeople.typedWords.focus()
    const misheard = fromAda.with(6, fromAda[6] === 'zoo' ? 'zebra' : 'zoo')
    await bo.keyboard.type(misheard.join(' '))
    await bo.keyboard.press('Tab')
    await bo.keyboard.press('Enter')
    await scan(atBo, 'people-04-passphrase')
    await proofDialog(bo).prove(passphrase)
    await expect(bo.getByRole('alert')).toContainText('Word 7 is not the one on the card.')
    await keepScreenshot(bo, 'people-04-misheard')
    await expect(boPeople.typedWords).toBeFocused()
    await bo.keyboard.press('ControlOrMeta+A')
    await bo.keyboard.type(fromAda.map((word) => word.slice(0, 4)).join(' '))
    await bo.keyboard.press('Tab')
    await bo.keyboard.press('Enter')
    await proofDialog(bo).prove(passphrase)
    await expect(bo.getByText(/^The words are the same/)).toBeVisible()
    await adaPeople.typedWords.focus()
    await ada.keyboard.type((await boPeople.spokenWords()).join(' '))
    await adaPeople.compare.press('Enter')
    await proofDialog(ada).prove(passphrase)
    await expect(ada.getByText(/^The words are the same/)).toBeVisible()
    await scan(atAda, 'people-05-compared')
  })

  await test.step('fault 191: a card with other keys under Ada’s name stops everything until Bo refuses it', async () => {
    await boPeople.open()
    await boPeople.theirCard.focus()
    await bo.keyboard.insertText(await strangerCard('Ada Berg'))
    await boPeople.add.press('Enter')
    const isSame = bo.getByRole('button', { name: words.add.samePerson.replace('{{name}}', 'Ada Berg') })
    await expect(isSame).toBeVisible()
    await scan(atBo, 'people-06-same-name')
    await isSame.press('Enter')
    await expect(bo.getByRole('status', { name: 'Ada Berg has other keys than before.' })).toBeVisible()
    await scan(atBo, 'people-07-changed')
    await boPeople.open()
    await expect(bo.getByText(words.state.changed)).toBeVisible()
    await scan(atBo, 'people-08-list')
    await boPeople.person('Ada Berg').press('Enter')
    await bo.getByRole('button', { name: words.compare.refuse }).press('Enter')
    await expect(bo.getByText(words.compare.refused)).toBeVisible()
    await bo.getByRole('button', { name: 'Remove Ada Berg…' }).press('Enter')
    await expect(bo.getByRole('alertdialog')).toContainText('You have sent nothing about a client.')
    await keepScreenshot(bo, 'people-09-remove')
    await bo.keyboard.press('Escape')
    await expect(bo.getByRole('button', { name: 'Remove Ada Berg…' })).toBeFocused()
  })
})
