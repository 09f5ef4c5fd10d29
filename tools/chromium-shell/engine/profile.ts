import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'chromium-shell-'

/** Makes a folder for Chromium's own files, named after this process so that a later start can tell it is stale. */
export function createProfile(): string {
  removeStaleProfiles()
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
}

/** Removes the profile; Chromium may still be writing its last files, so a failure is left to the watchdog. */
export function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
  } catch {
    // The watchdog tries again once Chromium is gone.
  }
}

/**
 * Starts a small process that outlives this one: when this process ends, however it ends, it waits for Chromium,
 * ends it if it lingers for five seconds, and removes the profile.
 */
export function guardProfile(profile: string, chromiumPid: number): void {
  const script = `
    while read -r line; do :; done
    tries=0
    while kill -0 "$2" 2>/dev/null && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
    kill -9 "$2" 2>/dev/null
    rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }`
  // Its own group, so that a kill of this process's group leaves it its work; its input ends when this process does.
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

function removeStaleProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (pid && !isRunning(pid)) removeProfile(join(tmpdir(), name))
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
