import type { Page } from '@playwright/test'

/** What a page may ask the system for. */
export type AskedFor = 'camera' | 'microphone' | 'screen' | 'clipboard' | 'midi' | 'place' | 'notifications'

/**
 * The result of a page's request for each of these: 'granted', the name of the error, 'absent' if the page can't even
 * ask, or 'unanswered' after five seconds.
 */
export function outcomesOf(page: Page, questions: readonly AskedFor[]): Promise<Record<string, string>> {
  return page.evaluate(async (names) => {
    const ask: Record<AskedFor, () => Promise<unknown>> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
      clipboard: () => navigator.clipboard.readText(),
      midi: () => navigator.requestMIDIAccess(),
      place: () =>
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, ({ code, PERMISSION_DENIED }) => {
            reject(new DOMException('', code === PERMISSION_DENIED ? 'NotAllowedError' : 'NotReadableError'))
          })
        }),
      notifications: async () => {
        const state = await Notification.requestPermission()
        if (state !== 'granted')
          throw new DOMException(state, state === 'denied' ? 'NotAllowedError' : 'NotReadableError')
      },
    }
    const outcomeOf = async (name: AskedFor): Promise<string> => {
      try {
        return await Promise.race([
          ask[name]().then(() => 'granted'),
          new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'unanswered')),
        ])
      } catch (cause) {
        // A TypeError of a missing function is not a refusal.
        if (cause instanceof DOMException) return cause.name
        return 'absent'
      }
    }
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await outcomeOf(name)] as const)),
    )
  }, questions)
}

/**
 * Without a camera the request fails before the permission is checked. There, only the permission's own state shows
 * that it would have been refused; check that too.
 */
export const refusedOrNoDevice = /^(NotAllowedError|NotFoundError)$/
