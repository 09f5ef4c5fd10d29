import { app, dialog } from 'electron'
import { english } from '#shared/i18n/en/index.ts'

/**
 * Whether the packed app was started without Chromium's sandbox, by an argument or by a launcher that adds one. Has to
 * be asked before `app.enableSandbox()`, which takes the switch away once the sandbox is already missing.
 */
export function isUnsandboxed(): boolean {
  return app.isPackaged && app.commandLine.hasSwitch('no-sandbox')
}

/** Says in plain words why Attune does not start, and ends it. Before the app is ready Linux can't show a dialog. */
export async function refuseToStart(reason: keyof typeof english.app.refusals): Promise<void> {
  await app.whenReady()
  const { title, text } = english.app.refusals[reason]
  dialog.showErrorBox(title, text)
  app.exit(1)
}
