import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Supervisee } from '#shared/review/supervisee.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EraseSupervisee } from './erase-supervisee.tsx'

/** Offers to erase what a supervisee has shared, a year after their last bundle. */
export function OfferBanner({
  supervisee,
  clients,
  onErased,
}: {
  supervisee: Supervisee
  clients: number
  onErased: () => void
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const keeping = useChange('review.keep')
  const [isErasing, setIsErasing] = useState(false)
  const { contactId, name } = supervisee
  return (
    <>
      <Banner
        kind="caution"
        title={t('review.offer.title', { name })}
        actions={
          isReadOnly ? null : (
            <>
              <Button isPending={keeping.isPending} onPress={() => keeping.mutate({ contactId })}>
                {t('review.offer.keep')}
              </Button>
              <Button kind="danger" onPress={() => setIsErasing(true)}>
                {t('review.offer.erase')}
              </Button>
            </>
          )
        }
      >
        {t('review.offer.text')}
      </Banner>
      <FailureNotice failure={keeping.error} />
      <EraseSupervisee
        supervisee={supervisee}
        clients={clients}
        isOpen={isErasing}
        onClose={() => setIsErasing(false)}
        onErased={onErased}
      />
    </>
  )
}
