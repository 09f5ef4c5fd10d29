import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Traffic of WebRTC goes through the proxy, which doesn't exist, or nowhere. */
export const webRtcPolicy = 'disable_non_proxied_udp'

/** Chromium reads the policy from here. It ignores `--force-webrtc-ip-handling-policy`. */
const preferences = { webrtc: { ip_handling_policy: webRtcPolicy } }

/** Makes a folder for Chromium's own files, named after this process. */
export function createProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), `chromium-shell-${process.pid}-`))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
  return profile
}

/**
 * Starts a small process that outlives this one. When this process ends, in whatever way, it waits for Chromium, kills
 * it after five seconds, and removes the profile. Without a Chromium it removes the profile at once.
 */
export function guardProfile(profile: string, chromiumPid: number | undefined): void {
  if (chromiumPid === undefined) return rmSync(profile, { recursive: true, force: true })
  const script = `
    while read -r line; do :; done
    tries=0
    while kill -0 "$2" 2>/dev/null && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
    kill -9 "$2" 2>/dev/null
    rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }`
  // Its own process group, so that it survives a kill of this process's group; its input ends with this process.
  const guard = spawn('/bin/sh', ['-c', script, 'chromium-shell-guard', profile, `${chromiumPid}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => undefined)
  guard.unref()
  // An unreferenced pipe doesn't keep this process running; the typings know sockets have unref, streams may not.
  const { stdin } = guard
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref()
}
