import { call, expect, type Running } from './fixtures.ts'
import { handOverPage } from './pages/hand-over-page.ts'

/** Hands over to the client of the day's first session. */
export async function handOver({ page }: Running): Promise<void> {
  const { value } = (await call(page, 'today.get')) as { value: { sessions: { sessionId: string }[] } }
  await call(page, 'handOver.begin', { sessionId: value.sessions[0]?.sessionId }).catch(() => undefined)
  await expect(handOverPage(page).welcome).toBeVisible()
}
