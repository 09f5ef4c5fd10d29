import { useEffect } from 'react'
import { registerUnsaved } from './unsaved.ts'

const lost = (): Promise<void> => Promise.reject(new Error('this field keeps no draft'))

/**
 * Reports typed text that has no draft as lost if Attune locks now. So the next screen does not call it safe, and
 * quitting asks first.
 */
export function useLossAtLock(hasText: boolean): void {
  useEffect(() => (hasText ? registerUnsaved(lost) : undefined), [hasText])
}
