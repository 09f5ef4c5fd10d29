/** The event object of Electron's that listeners get first. */
export type ShellEvent = { defaultPrevented: boolean; preventDefault: () => void }

/** Makes an event that a listener can prevent, with whatever else the event tells. */
export function createEvent<Details extends object>(details: Details): ShellEvent & Details
export function createEvent(): ShellEvent
export function createEvent(details: object = {}): ShellEvent {
  return completeEvent(details, {})
}

/** Makes an event of an object that a test emits: it keeps what it says, and gets the rest. */
export function completeEvent<Given extends object>(details: object, given: Given): ShellEvent & Given {
  const event: ShellEvent & Given = Object.assign(given, {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
    ...details,
    ...given,
  })
  return event
}
