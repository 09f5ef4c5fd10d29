/** The event object of Electron's that listeners get first. */
export type ShellEvent = { defaultPrevented: boolean; preventDefault: () => void }

/** Makes an event that a listener can prevent, with whatever else the event tells. */
export function createEvent<Details extends object>(details: Details): ShellEvent & Details
export function createEvent(): ShellEvent
export function createEvent(details: object = {}): ShellEvent {
  const event: ShellEvent = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return Object.assign(event, details)
}
