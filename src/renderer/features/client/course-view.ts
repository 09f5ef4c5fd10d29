import { useCallback, useSyncExternalStore } from 'react'
import type { SharedCursor } from '#renderer/parts/charts/trajectory-types.ts'
import type { RangeName, SessionRange } from './session-range.ts'

/** The session that the user points at, by its place from 0, and the panel in which. */
export interface Pointed {
  readonly index: number
  readonly panel: string
}

/** What all panels of one client's page share: the sessions shown, and the one that the user points at. */
interface Shared {
  readonly range: RangeName | SessionRange
  readonly pointed: Pointed | null
}

/** Holds what the panels share. Outside React's state, so that pointing at a session redraws the panels alone. */
export interface CourseView {
  readonly get: () => Shared
  readonly set: (change: Partial<Shared>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Creates the shared view of one page, with the range that it opens with. */
export function createCourseView(range: RangeName): CourseView {
  let shared: Shared = { range, pointed: null }
  const listeners = new Set<() => void>()
  return {
    get: () => shared,
    set: (change) => {
      shared = { ...shared, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The range that the panels show. */
export function useRange(view: CourseView): Shared['range'] {
  return useSyncExternalStore(view.subscribe, () => view.get().range)
}

/** The shared cursor as one panel sees it. */
export function usePanelCursor(view: CourseView, panel: string, { from, to }: SessionRange): SharedCursor {
  const pointed = useSyncExternalStore(view.subscribe, () => view.get().pointed)
  const onChange = useCallback(
    (current: number | null) =>
      view.set({ pointed: current === null ? null : { index: current + from, panel } }),
    [view, panel, from],
  )
  const isShown = pointed !== null && pointed.index >= from && pointed.index <= to
  return { current: isShown ? pointed.index - from : null, isHere: pointed?.panel === panel, onChange }
}
