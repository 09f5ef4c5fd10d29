import { startTransition, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

/** Holds back what stands further down until the rest has been painted, so that the first picture comes sooner. */
export function AfterPaint({ children }: { children: ReactNode }) {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // The callback runs right before a frame is painted; a task of its own comes right after.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setIsPainted(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isPainted ? children : null
}
