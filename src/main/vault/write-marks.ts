import { appendFileSync } from 'node:fs'
import { PerformanceObserver } from 'node:perf_hooks'

/** Writes each mark of this process to a file, as its name and the milliseconds since 1970. Only the bench uses it. */
export function writeMarksTo(file: string): void {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      appendFileSync(file, `${name} ${performance.timeOrigin + startTime}\n`)
  }).observe({ entryTypes: ['mark'] })
}
