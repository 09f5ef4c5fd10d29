import type { Page } from '@playwright/test'

/** What a page may ask the system for. */
export type AskedFor = 'camera' | 'microphone' | 'screen' | 'clipboard' | 'midi' | 'place' | 'notifications'

/**
 * How a page's question for each of these ended: 'granted', the name of the error it was refused with, 'absent' where
 * the page can't even ask, or 'unanswered' after five seconds.
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
        // Calling what isn't there is a fault of the language, not a refusal.
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
 * A computer without a camera says so before anybody is asked. There the permission's own state, which has to be looked
 * up beside this, is all that says it would have been refused.
 */
export const refusedOrNoDevice = /^(NotAllowedError|NotFoundError)$/
