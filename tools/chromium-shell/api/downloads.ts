import { toAppAddress } from '../engine/addresses.ts'
import type { Chromium } from '../engine/chromium.ts'
import { livingContents } from './registry.ts'

/** Tells the session of each download a page starts. Chromium itself has been told to refuse them all. */
export function watchDownloads({ browser }: Chromium): void {
  browser.on('Browser.downloadWillBegin', ({ frameId, url, suggestedFilename }) => {
    const contents = [...livingContents.values()].find((candidate) => candidate.hasFrame(frameId))
    contents?.session.announceDownload(toAppAddress(url), suggestedFilename, contents)
  })
}
