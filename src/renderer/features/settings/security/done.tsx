import { useEffect, useRef, type ReactNode } from 'react'
import { Card } from '#renderer/ui/card.tsx'

/** The end of a flow: the new state, and a link onwards. It takes the focus, so that a screen reader reads it. */
export function Done({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Card title={title}>
        <p>{text}</p>
        {children}
      </Card>
    </div>
  )
}
