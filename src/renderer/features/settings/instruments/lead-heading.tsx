import { useEffect, useRef } from 'react'

/** The heading of what came up by a press; it takes the focus, since what was pressed may be gone. */
export function LeadHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 ref={heading} tabIndex={-1}>
      {children}
    </h3>
  )
}
