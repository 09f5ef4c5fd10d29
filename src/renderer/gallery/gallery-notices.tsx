import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { gallery } from './words.ts'

/** What a screen says when something stands above it, is missing, failed, or takes a while. */
export function GalleryNotices() {
  return (
    <Stack gap={24}>
      <Card title={gallery.notices.banners}>
        <Banner kind="info" title={gallery.notices.info}>
          {gallery.notices.infoText}
        </Banner>
        <Banner
          kind="caution"
          title={gallery.notices.caution}
          actions={<Button>{gallery.notices.stay}</Button>}
        >
          {gallery.notices.cautionText}
        </Banner>
        <Banner
          kind="risk"
          title={gallery.notices.risk}
          actions={<Button kind="danger">{gallery.notices.riskAction}</Button>}
        >
          {gallery.notices.riskText}
        </Banner>
        <Banner
          kind="sample"
          title={gallery.notices.sample}
          actions={<Button kind="quiet">{gallery.notices.leaveSample}</Button>}
        >
          {gallery.notices.sampleText}
        </Banner>
      </Card>
      <Card title={gallery.notices.states}>
        <EmptyState action={<Button icon="hand-over">{gallery.notices.emptyAction}</Button>}>
          {gallery.notices.empty}
        </EmptyState>
        <ErrorNotice title={gallery.notices.error} action={<Button>{gallery.notices.errorAction}</Button>}>
          {gallery.notices.errorText}
        </ErrorNotice>
        <Loading label={gallery.notices.loading} />
      </Card>
    </Stack>
  )
}
