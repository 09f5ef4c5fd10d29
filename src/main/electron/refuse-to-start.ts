import { app, dialog } from 'electron'
import { app as words } from '#shared/i18n/en/app.ts'

/**
 * Checks whether the packed app was started without Chromium's sandbox, by an argument or by a launcher that adds one.
 * Must run before `app.enableSandbox()`, which removes the switch even if the sandbox is already off.
 */
export function isUnsandboxed(): boolean {
  return app.isPackaged && app.commandLine.hasSwitch('no-sandbox')
}

/**
 * Shows in plain words why Attune does not start, then quits. Waits until the app is ready, because Linux shows no
 * dialog before.
 */
export async function refuseToStart(reason: keyof typeof words.refusals): Promise<void> {
  await app.whenReady()
  const { title, text } = words.refusals[reason]
  dialog.showErrorBox(title, text)
  app.exit(1)
}
