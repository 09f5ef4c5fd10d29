import { useEffect, useState } from 'react'
import { useAsk } from '#renderer/lib/ask.ts'

const tickMilliseconds = 250
/** A wait this short is over before its words could be read; the vault makes the next try wait by itself. */
const shortestTold = 2_000

/** How many whole seconds the next try has to wait after wrong ones; 0 where it need not, or only for a moment. */
export function useWaitingTime(): number {
  const status = useAsk('vault.status')
  const wait = status.data?.waitMilliseconds ?? 0
  const [now, setNow] = useState(() => Date.now())
  const remaining = wait < shortestTold ? 0 : Math.max(0, status.dataUpdatedAt + wait - now)
  const isWaiting = remaining > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => setNow(Date.now()), tickMilliseconds)
    return () => clearInterval(timer)
  }, [isWaiting])
  // Until the first tick the clock read last may be older than the answer.
  return Math.ceil(Math.min(remaining, wait) / 1_000)
}
