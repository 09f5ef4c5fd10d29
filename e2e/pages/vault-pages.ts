import type { Locator, Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { recoveryKeyParts } from './recovery-key-parts.ts'

const words = english.unlock

/** The first run and the unlock screen. */
export function vaultPages(page: Page) {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const fillNewPassphrase = async (passphrase: string) => {
    await page.getByLabel(english.keys.passphrase.new, { exact: true }).fill(passphrase)
    await page.getByLabel(english.keys.passphrase.repeated, { exact: true }).fill(passphrase)
  }
  return {
    welcome: page.getByRole('heading', { level: 1, name: words.welcome.title }),
    chooseHeading: page.getByRole('heading', { level: 1, name: words.choose.title }),
    beginHeading: page.getByRole('heading', { level: 1, name: words.begin.title }),
    unlockHeading: page.getByRole('heading', { level: 1, name: words.unlock.title }),
    passphrase: page.getByLabel(words.unlock.passphrase, { exact: true }),
    alert: page.getByRole('alert'),
    toPassphrase: () => button(words.welcome.next).click(),
    choosePassphrase: async (passphrase: string) => {
      await fillNewPassphrase(passphrase)
      await button(words.choose.create).click()
    },
    recoveryHeading: page.getByRole('heading', { level: 1, name: words.recovery.title }),
    showRecoveryKey: () => button(words.recovery.show).click(),
    postponeRecoveryKey: async () => {
      await button(words.recovery.later).click()
      await button(words.recovery.postpone.later).click()
    },
    ...recoveryKeyParts(page),
    loadSample: () => button(words.begin.load).click(),
    startEmpty: () => button(words.begin.start).click(),
    useRecoveryKey: () => page.getByRole('link', { name: words.unlock.useRecoveryKey }).click(),
    recoverHeading: page.getByRole('heading', { level: 1, name: words.recover.title }),
    recoveryKey: page.getByLabel(words.recover.label, { exact: true }),
    recover: async (recoveryKey: string) => {
      await page.getByLabel(words.recover.label, { exact: true }).fill(recoveryKey)
      await button(words.recover.submit).click()
    },
    chooseNewHeading: page.getByRole('heading', { level: 1, name: words.chooseNew.title }),
    chooseNew: async (passphrase: string) => {
      await fillNewPassphrase(passphrase)
      await button(words.chooseNew.submit).click()
    },
    unlock: async (passphrase: string) => {
      await page.getByLabel(words.unlock.passphrase, { exact: true }).fill(passphrase)
      await button(words.unlock.submit).click()
    },
  }
}
