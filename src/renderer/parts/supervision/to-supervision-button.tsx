import { use } from 'react'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PickContext } from '#renderer/lib/app-context.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Button } from '#renderer/ui/button.tsx'

/** Puts the client or session on the screen on the agenda of supervision, as the shortcut does; absent if nothing can be saved. */
export function ToSupervisionButton() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const pick = use(PickContext)
  if (useReadOnly() !== null) return null
  return (
    <Button icon="bubble" onPress={() => pick(pathname)}>
      {t('supervision.picked.pick')}
    </Button>
  )
}
