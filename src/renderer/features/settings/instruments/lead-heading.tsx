import { useEffect, useRef } from 'react'

/** A heading that appears after a press. It takes the focus, because the pressed button may be gone. */
export function LeadHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 ref={heading} tabIndex={-1}>
      {children}
    </h3>
  )
}
