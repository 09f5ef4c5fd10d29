import { readFileSync } from 'node:fs'

/** Whether a process exists and has not ended. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return process.platform !== 'linux' || !readFileSync(`/proc/${processId}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}
