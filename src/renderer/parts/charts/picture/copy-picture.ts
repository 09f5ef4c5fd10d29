/**
 * Puts a picture on the clipboard; rejects if the system refuses. Call it from a press: Chromium lets a page write to
 * the clipboard only then.
 */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
}
