import { useEffect } from 'react'
import { registerUnsaved, reportLoss } from './unsaved.ts'

/**
 * Reports typed text that has no draft as lost if Attune locks now. So the next screen does not call it safe, and
 * quitting asks first.
 */
export function useLossAtLock(hasText: boolean): void {
  useEffect(() => (hasText ? registerUnsaved(reportLoss) : undefined), [hasText])
}
