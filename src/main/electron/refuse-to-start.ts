import { app, dialog } from 'electron'
import { app as words } from '#shared/i18n/en/app.ts'

/** Switches of Chromium and Node that take the sandbox away, wholly or for one kind of process. */
const unsandboxing = ['no-sandbox', 'disable-gpu-sandbox', 'no-zygote-sandbox', 'single-process']
/** Switches that let another program read or steer the page or the main process. No fuse covers Chromium's. */
const opening = [
  'remote-debugging-port remote-debugging-pipe remote-debugging-address remote-allow-origins',
  'inspect inspect-brk inspect-brk-node inspect-port inspect-wait js-flags',
  'load-extension disable-extensions-except disable-web-security disable-site-isolation-trials',
  'auto-open-devtools-for-tabs host-rules log-net-log renderer-cmd-prefix utility-cmd-prefix',
].flatMap((names) => names.split(' '))

/**
 * Why the packed app must not start with the switches it was given, by a person or by a launcher that adds them; null
 * if nothing is wrong. Must run before `app.enableSandbox()`, which removes `no-sandbox` even if the sandbox is
 * already off.
 */
export function reasonToRefuse(): 'unsandboxed' | 'opened' | null {
  const isGiven = (name: string): boolean => app.commandLine.hasSwitch(name)
  if (!app.isPackaged) return null
  if (unsandboxing.some(isGiven)) return 'unsandboxed'
  return opening.some(isGiven) ? 'opened' : null
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
