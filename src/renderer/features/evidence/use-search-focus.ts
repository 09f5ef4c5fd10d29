import { useEffect, type RefObject } from 'react'
import { useLocation, useNavigate } from '@tanstack/react-router'

/** Focuses the search and selects its text whenever the address has `#search`. */
export function useSearchFocus(input: RefObject<HTMLInputElement | null>): void {
  const navigate = useNavigate()
  const hash = useLocation({ select: (location) => location.hash })
  useEffect(() => {
    if (hash !== 'search') return
    input.current?.focus()
    input.current?.select()
    // Removes it from the address, so that the next request changes the address again.
    void navigate({ to: '/evidence', replace: true, resetScroll: false })
  }, [hash, input, navigate])
}
