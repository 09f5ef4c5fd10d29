import { useState } from 'react'
import { useLocation } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Page } from '#renderer/ui/page.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { OwnActions } from './own-actions.tsx'
import { rememberedPlace } from './remembered-place.ts'
import { RemovedNotice } from './removed-notice.tsx'

/** Shows the whole library, with search and filters. */
export function EvidenceScreen() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const isSearching = useLocation({ select: ({ hash }) => hash === 'search' })
  // Decided once: the heading must not take the focus from somebody who is typing, nor from the study just left.
  const [takesFocus] = useState(() => !isSearching && rememberedPlace(queryClient) === null)
  return (
    <Page
      title={t('evidence.title')}
      subtitle={t('evidence.subtitle')}
      actions={<OwnActions />}
      takesFocus={takesFocus}
    >
      <RemovedNotice />
      <EvidenceList />
    </Page>
  )
}
