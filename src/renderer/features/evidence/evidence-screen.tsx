import { useState } from 'react'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '#renderer/ui/page.tsx'
import { ArticlesState } from './articles-state.tsx'
import { EvidenceList } from './evidence-list.tsx'

/** Everything the library knows, to be searched and narrowed down. */
export function EvidenceScreen() {
  const { t } = useTranslation()
  const isSearching = useLocation({ select: ({ hash }) => hash === 'search' })
  // Decided once: the heading must not take the focus back while somebody is typing.
  const [startsInSearch] = useState(isSearching)
  return (
    <Page title={t('evidence.title')} subtitle={t('evidence.subtitle')} takesFocus={!startsInSearch}>
      <ArticlesState>{(articles) => <EvidenceList articles={articles} />}</ArticlesState>
    </Page>
  )
}
