import { useTranslation } from 'react-i18next'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** What a screen says when something stands above it, is missing, failed, or takes a while. */
export function GalleryNotices() {
  const { t } = useTranslation()
  return (
    <Stack gap={24}>
      <Card title={t('gallery.notices.banners')}>
        <Banner kind="info" title={t('gallery.notices.info')}>
          {t('gallery.notices.infoText')}
        </Banner>
        <Banner
          kind="caution"
          title={t('gallery.notices.caution')}
          actions={<Button>{t('gallery.notices.stay')}</Button>}
        >
          {t('gallery.notices.cautionText')}
        </Banner>
        <Banner
          kind="risk"
          title={t('gallery.notices.risk')}
          actions={<Button kind="danger">{t('gallery.notices.riskAction')}</Button>}
        >
          {t('gallery.notices.riskText')}
        </Banner>
        <Banner
          kind="sample"
          title={t('gallery.notices.sample')}
          actions={<Button kind="quiet">{t('gallery.notices.leaveSample')}</Button>}
        >
          {t('gallery.notices.sampleText')}
        </Banner>
      </Card>
      <Card title={t('gallery.notices.states')}>
        <EmptyState action={<Button icon="hand-over">{t('gallery.notices.emptyAction')}</Button>}>
          {t('gallery.notices.empty')}
        </EmptyState>
        <ErrorNotice
          title={t('gallery.notices.error')}
          action={<Button>{t('gallery.notices.errorAction')}</Button>}
        >
          {t('gallery.notices.errorText')}
        </ErrorNotice>
        <Loading label={t('gallery.notices.loading')} />
      </Card>
    </Stack>
  )
}
