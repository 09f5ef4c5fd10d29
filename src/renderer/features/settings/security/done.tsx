import { useEffect, useRef, type ReactNode } from 'react'
import { Card } from '#renderer/ui/card.tsx'

/** The end of one of the flows: what holds from now on, and where to go. It takes the focus, so that it is read. */
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
