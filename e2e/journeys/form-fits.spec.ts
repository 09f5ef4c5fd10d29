import { call, expect, test, type Running } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { keepScreenshot } from '../screenshots.ts'

/** How far a page is higher than the window, in px. */
const overhang = ({ page }: Running) =>
  page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)

test('no page of the PHQ-9 is higher than a window of 1280 by 800', async ({ openVault }) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const { value: today } = (await call(page, 'today.get')) as { value: { sessions: { clientId: string }[] } }
  await call(page, 'clients.setForms', { id: today.sessions[0]?.clientId, instrumentIds: ['phq-9'] })
  await page.setViewportSize({ width: 1280, height: 800 })
  await handOver(running)
  const form = handOverPage(page)
  await form.start()
  let pages = 0
  while (!(await form.comment.isVisible())) {
    pages += 1
    await expect.poll(() => overhang(running), `page ${pages}`).toBe(0)
    await keepScreenshot(page, `form-fits-${pages}`)
    // Some answer, so that the last question is asked too.
    await form.rateAll(1)
    await form.next()
  }
  expect(pages).toBe(4)
})
