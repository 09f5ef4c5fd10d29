import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { GalleryActions } from './gallery-actions.tsx'
import { GalleryCharts } from './gallery-charts.tsx'
import { GalleryData } from './gallery-data.tsx'
import { GalleryFields } from './gallery-fields.tsx'
import { GalleryNotices } from './gallery-notices.tsx'
import { GalleryRatings } from './gallery-ratings.tsx'
import { GalleryWords } from './gallery-words.tsx'

type Part = 'words' | 'actions' | 'fields' | 'ratings' | 'notices' | 'data' | 'charts'

/** Shows every primitive in every state, so that a change to one can be looked at in all its places. */
export function GalleryScreen() {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>('words')
  return (
    <Page title={t('gallery.title')} subtitle={t('gallery.subtitle')}>
      <Tabs
        label={t('gallery.parts.label')}
        selected={part}
        onSelect={setPart}
        items={[
          { id: 'words', label: t('gallery.parts.words'), content: <GalleryWords /> },
          { id: 'actions', label: t('gallery.parts.actions'), content: <GalleryActions /> },
          { id: 'fields', label: t('gallery.parts.fields'), content: <GalleryFields /> },
          { id: 'ratings', label: t('gallery.parts.ratings'), content: <GalleryRatings /> },
          { id: 'notices', label: t('gallery.parts.notices'), content: <GalleryNotices /> },
          { id: 'data', label: t('gallery.parts.data'), content: <GalleryData /> },
          { id: 'charts', label: t('gallery.parts.charts'), content: <GalleryCharts /> },
        ]}
      />
    </Page>
  )
}
