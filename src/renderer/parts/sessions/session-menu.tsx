import { useTranslation } from 'react-i18next'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { MenuButton } from '#renderer/ui/menu-button.tsx'
import type { NamedSession } from './named-session.ts'
import { useMending } from './use-mending.tsx'

/** What can be put right at a saved session: removing it, and moving it to another client. Nothing in a read-only vault. */
export function SessionMenu({
  session,
  isOfOneClient = false,
}: {
  session: NamedSession
  isOfOneClient?: boolean
}) {
  const { t } = useTranslation()
  const mending = useMending()
  if (useReadOnly() !== null) return null
  const { number, clientCode: code } = session
  return (
    <>
      <MenuButton
        label={isOfOneClient ? t('mending.more', { number }) : t('mending.moreOf', { number, code })}
        isIconOnly
        items={mending.items}
        onAction={(what) => mending.ask(session, what)}
      />
      {mending.dialog}
    </>
  )
}
