import { useEffect, type RefObject } from 'react'
import { useLocation, useNavigate } from '@tanstack/react-router'

/** Puts the focus into the search whenever the address asks for it with `#search`, what was typed selected. */
export function useSearchFocus(input: RefObject<HTMLInputElement | null>): void {
  const navigate = useNavigate()
  const hash = useLocation({ select: (location) => location.hash })
  useEffect(() => {
    if (hash !== 'search') return
    input.current?.focus()
    input.current?.select()
    // Taken out of the address, so that asking again is a change and works again.
    void navigate({ to: '/evidence', replace: true, resetScroll: false })
  }, [hash, input, navigate])
}
