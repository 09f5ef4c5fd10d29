import { useEffect, useState } from 'react'
import { useAsk } from '#renderer/lib/ask.ts'

const tickMilliseconds = 250
/** A shorter wait ends before a person could read about it; the vault delays the next try by itself. */
const shortestShownMilliseconds = 2_000

/** How many whole seconds the next try must wait after wrong ones; 0 if it need not, or only for a moment. */
export function useWaitingTime(): number {
  const status = useAsk('vault.status')
  const wait = status.data?.waitMilliseconds ?? 0
  const [now, setNow] = useState(() => Date.now())
  const remaining = wait < shortestShownMilliseconds ? 0 : Math.max(0, status.dataUpdatedAt + wait - now)
  const isWaiting = remaining > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => setNow(Date.now()), tickMilliseconds)
    return () => clearInterval(timer)
  }, [isWaiting])
  // Until the first tick, the last clock reading may be older than the answer.
  return Math.ceil(Math.min(remaining, wait) / 1_000)
}
