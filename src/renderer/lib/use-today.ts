import { useEffect, useRef, useSyncExternalStore } from 'react'
import { resetLocalTimeZone } from '@internationalized/date'
import { useQueryClient } from '@tanstack/react-query'
import { todayHere } from './dates.ts'
import { markDayStale } from './stale.ts'

type Today = ReturnType<typeof todayHere>

/** A sleeping computer stops timers, and no event reports a new zone or a clock that was set. */
const longestWait = 30_000
const wakingEvents = ['focus', 'visibilitychange', 'pageshow'] as const

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let known: Today = todayHere()

/** Today's date and zone on this computer. Renders again at local midnight, on waking, and in another zone. */
export function useToday(): Today {
  return useSyncExternalStore(subscribe, () => (listeners.size === 0 ? look() : known))
}

/** Loads what the screens show again when a new day begins or the zone changes. */
export function useTurnOfDay(): void {
  const queryClient = useQueryClient()
  const today = useToday()
  const shown = useRef(today)
  useEffect(() => {
    if (shown.current === today) return
    shown.current = today
    void markDayStale(queryClient)
  }, [queryClient, today])
}

function look(): Today {
  const now = todayHere()
  if (now.date === known.date && now.zone === known.zone) return known
  // The calendar's month marks today by the zone that the library remembers.
  if (now.zone !== known.zone) resetLocalTimeZone()
  known = now
  return known
}

function check(): void {
  const before = known
  if (look() !== before) for (const listener of listeners) listener()
}

function checkAgain(): void {
  check()
  const now = new Date()
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  const toMidnight = Math.max(1, midnight.getTime() - now.getTime())
  timer = setTimeout(checkAgain, Math.min(toMidnight, longestWait))
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    for (const event of wakingEvents) window.addEventListener(event, check)
    checkAgain()
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    for (const event of wakingEvents) window.removeEventListener(event, check)
  }
}
