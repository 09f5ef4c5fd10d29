import { appEventSchema, type AppEvent } from '#shared/contract/events.ts'

type Listener = (event: AppEvent) => void

/** Events from main. `subscribe` returns a function that unsubscribes. */
export interface AppEvents {
  readonly subscribe: (listener: Listener) => () => void
}

/** Turns the bridge's single stream into checked events for any number of listeners. */
export function connectEvents(onEvent: (listener: (event: unknown) => void) => void): AppEvents {
  const listeners = new Set<Listener>()
  onEvent((raw) => {
    const event = appEventSchema.safeParse(raw)
    if (event.success) for (const listener of listeners) listener(event.data)
  })
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
