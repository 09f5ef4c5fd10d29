import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { PromptList } from './prompt-list.tsx'
import common from '#renderer/ui/common.module.css'

/** A client's prompts on a screen about one session. */
export function ClientPrompts({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation()
  const overview = useAsk('clients.overview', { id: clientId })
  if (overview.isError) return <p className={common['muted']}>{t('prompts.failed')}</p>
  if (!overview.data) return null
  return <PromptList prompts={overview.data.prompts} clientId={clientId} none={t('prompts.none')} />
}
