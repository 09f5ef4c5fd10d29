import { useState } from 'react'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { GalleryActions } from './gallery-actions.tsx'
import { GalleryCharts } from './gallery-charts.tsx'
import { GalleryData } from './gallery-data.tsx'
import { GalleryFields } from './gallery-fields.tsx'
import { GalleryLengths } from './gallery-lengths.tsx'
import { GalleryNotices } from './gallery-notices.tsx'
import { GalleryRatings } from './gallery-ratings.tsx'
import { GalleryWords } from './gallery-words.tsx'
import { gallery } from './words.ts'

type Part = 'words' | 'actions' | 'fields' | 'ratings' | 'notices' | 'data' | 'charts' | 'lengths'

/** Shows every primitive in every state, so that a change to one can be looked at in all its places. */
export function GalleryPage() {
  const [part, setPart] = useState<Part>('words')
  return (
    <Page title={gallery.title} subtitle={gallery.subtitle}>
      <Tabs
        label={gallery.parts.label}
        selected={part}
        onSelect={setPart}
        items={[
          { id: 'words', label: gallery.parts.words, content: <GalleryWords /> },
          { id: 'actions', label: gallery.parts.actions, content: <GalleryActions /> },
          { id: 'fields', label: gallery.parts.fields, content: <GalleryFields /> },
          { id: 'ratings', label: gallery.parts.ratings, content: <GalleryRatings /> },
          { id: 'notices', label: gallery.parts.notices, content: <GalleryNotices /> },
          { id: 'data', label: gallery.parts.data, content: <GalleryData /> },
          { id: 'charts', label: gallery.parts.charts, content: <GalleryCharts /> },
          { id: 'lengths', label: gallery.parts.lengths, content: <GalleryLengths /> },
        ]}
      />
    </Page>
  )
}
