import { existsSync, readFileSync, readdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'

/** Places a vault, which no app has open, and returns its folder. */
function closedVault(placeVault: () => void, dataFolder: string): string {
  placeVault()
  const folder = join(dataFolder, 'vault')
  expect(readdirSync(folder).toSorted()).toEqual(['vault-1.db', 'vault.copy.json', 'vault.json'])
  return folder
}

const { screens } = english.trouble

const damages = [
  {
    name: 'an empty database',
    damage: (file: string) => writeFileSync(file, ''),
    title: screens['vault-empty'].title,
  },
  {
    name: 'a truncated database',
    damage: (file: string) => truncateSync(file, 9_000),
    title: screens['vault-damaged'].title,
  },
  {
    name: 'a file that is no database',
    damage: (file: string) => writeFileSync(file, 'This is a shopping list.\n'.repeat(500)),
    title: screens['vault-damaged'].title,
  },
]

for (const { name, damage, title } of damages)
  test(`${name} is reported by name, and nothing is changed`, async ({ launch, placeVault, dataFolder }) => {
    const folder = closedVault(placeVault, dataFolder)
    const file = join(folder, 'vault-1.db')
    damage(file)
    const damaged = readFileSync(file)
    const { page } = await launch()
    const vault = vaultPages(page)
    await vault.unlock(passphrase)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.getByRole('button', { name: /delete|new vault|start over/i })).toHaveCount(0)
    await keepScreenshot(page, `fault-${name.replaceAll(' ', '-')}`)
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

test('a header that can’t be read never leads to a new vault', async ({ launch, placeVault, dataFolder }) => {
  const folder = closedVault(placeVault, dataFolder)
  for (const name of ['vault.json', 'vault.copy.json'])
    writeFileSync(join(folder, name), '{"format":"something"}')
  const { page } = await launch()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(screens['header-damaged'].title)
  expect(await call(page, 'vault.create', { passphrase })).toMatchObject({ ok: false, code: 'vault-exists' })
  await keepScreenshot(page, 'fault-header-damaged')
  expect(readdirSync(folder).toSorted()).toEqual(['vault-1.db', 'vault.copy.json', 'vault.json'])
})

test('a missing database is reported and not replaced', async ({ launch, placeVault, dataFolder }) => {
  const folder = closedVault(placeVault, dataFolder)
  renameSync(join(folder, 'vault-1.db'), join(folder, 'elsewhere.db'))
  const { page } = await launch()
  const vault = vaultPages(page)
  await vault.unlock(passphrase)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(screens['vault-missing'].title)
  expect(existsSync(join(folder, 'vault-1.db'))).toBe(false)
})

test('a passphrase under twelve characters is refused with advice', async ({ page }) => {
  const vault = vaultPages(page)
  await vault.toPassphrase()
  await vault.choosePassphrase('too short')
  await expect(page.getByText('Use at least 12 characters.').first()).toBeVisible()
  await keepScreenshot(page, 'fault-passphrase-too-short')
  expect(await call(page, 'vault.create', { passphrase: 'too short' })).toMatchObject({
    code: 'passphrase-too-short',
  })
})
