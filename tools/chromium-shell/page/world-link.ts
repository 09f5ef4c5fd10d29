import type { BridgeAnswer, BridgeMessage } from './bridge-end.ts'

/** A way to speak to the other world of the page that no script of the page can see. */
export type WorldLink = {
  /** Asks the other world and returns what it answers, at once. */
  ask: (message: BridgeMessage) => BridgeAnswer
  /** Says who answers what the other world asks. */
  listen: (answer: (message: BridgeMessage) => BridgeAnswer) => void
}

/**
 * Joins the two worlds of a page over an element that is in no document: the first world waits, the second brings
 * the element, and Chromium clones what an event's detail holds between worlds. Both run before the page's scripts.
 *
 * It refers to nothing outside itself, because its source text is evaluated in both worlds of the page.
 */
export function linkWorlds(
  side: 'page' | 'preload',
  secret: string,
  whenLinked: (link: WorldLink) => void,
): void {
  // Taken before any script of the page runs, so that a page that replaces them changes nothing here.
  const { apply } = Reflect
  /* oxlint-disable typescript/unbound-method -- called by `apply` only, which names what they work on */
  const { addEventListener, dispatchEvent } = EventTarget.prototype
  const WorldEvent = CustomEvent
  const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get
  /* oxlint-enable typescript/unbound-method */
  const other = side === 'page' ? 'preload' : 'page'

  const join = (element: EventTarget): void => {
    const hear = (name: string, listener: (detail: unknown) => void): void => {
      const onEvent = (event: Event) => listener(readDetail && apply(readDetail, event, []))
      apply(addEventListener, element, [name, onEvent])
    }
    const say = (name: string, detail: unknown): void =>
      void apply(dispatchEvent, element, [new WorldEvent(name, { detail })])

    const answers: Record<number, BridgeAnswer> = Object.create(null)
    let lastId = 0
    hear(`${side}-answer`, (detail) => {
      // Only the other world's half of this very function writes these events, and it writes this shape.
      const written = detail as { id: number; answer: BridgeAnswer } | null
      if (written) answers[written.id] = written.answer
    })
    whenLinked({
      ask: (message) => {
        const id = (lastId += 1)
        say(`${other}-question`, { id, message })
        const answer = answers[id]
        delete answers[id]
        if (!answer) throw new Error('An object could not be cloned.')
        return answer
      },
      listen: (answer) =>
        hear(`${side}-question`, (detail) => {
          // As above: the shape is written by the other half.
          const written = detail as { id: number; message: BridgeMessage } | null
          if (written) say(`${other}-answer`, { id: written.id, answer: answer(written.message) })
        }),
    })
  }

  if (side === 'preload') {
    const element = document.createElement('i')
    document.dispatchEvent(new MouseEvent(secret, { relatedTarget: element }))
    join(element)
    return
  }
  const onMeeting = (event: Event): void => {
    document.removeEventListener(secret, onMeeting)
    if (event instanceof MouseEvent && event.relatedTarget) join(event.relatedTarget)
  }
  document.addEventListener(secret, onMeeting)
}
