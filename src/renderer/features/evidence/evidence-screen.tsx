import { useState } from 'react'
import { useLocation, Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { rememberedPlace } from './remembered-place.ts'
import { useRemovedOwn } from './use-remove-own.ts'

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

/** Says that an own summary was removed and offers to restore it, until the user dismisses it or removes another. */
function RemovedNotice() {
  const { t } = useTranslation()
  const { removed, restore } = useRemovedOwn()
  if (removed === null) return null
  const words = restore.isError ? wordsForFailure(t, restore.error) : null
  return (
    <Banner
      kind="info"
      title={t('evidence.own.removed', { title: removed.article.title })}
      actions={
        <Button isPending={restore.isPending} onPress={() => restore.mutate(removed)}>
          {t('evidence.own.undo')}
        </Button>
      }
    >
      {words === null ? undefined : `${words.title} ${words.advice}`}
    </Banner>
  )
}

/** Links to the screens that write, import and export summaries. */
function OwnActions() {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/evidence/own/new" className={buttonClass()}>
        <Icon name="plus" />
        {t('evidence.own.add')}
      </Link>
      <Link to="/evidence/own/import" className={buttonClass()}>
        <Icon name="upload" />
        {t('evidence.own.import')}
      </Link>
      <Link to="/evidence/own/export" className={buttonClass()}>
        <Icon name="download" />
        {t('evidence.own.export')}
      </Link>
    </>
  )
}
