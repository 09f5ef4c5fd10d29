import { useEffect, useState, type ReactNode } from 'react'

/** Renders its children one after the other, each after a paint, so that no single task holds up the page. */
export function OneByOne({ children }: { children: readonly ReactNode[] }) {
  const [count, setCount] = useState(1)
  const isDone = count >= children.length
  useEffect(() => {
    if (isDone) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setCount((shown) => shown + 1))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [count, isDone])
  return children.slice(0, count)
}
