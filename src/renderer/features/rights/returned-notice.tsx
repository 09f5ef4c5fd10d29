import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReturnedClient } from '#shared/contract/operations/rights.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'

/** Offers to erase again each client who was erased and came back with an older copy of the vault, or to keep them. */
export function ReturnedNotice() {
  const { data } = useAsk('rights.returned')
  return data?.map((client) => <Returned key={client.clientId} client={client} />)
}

function Returned({ client: { clientId, code, erasedAt } }: { client: ReturnedClient }) {
  const { t } = useTranslation()
  const keep = useChange('rights.keepReturned')
  return (
    <Banner
      kind="caution"
      title={t('rights.returned.title', { code, date: new Date(erasedAt) })}
      actions={
        <>
          <Button onPress={() => keep.mutate({ clientId })} isPending={keep.isPending}>
            {t('rights.returned.keep', { code })}
          </Button>
          <Link to="/clients/$clientId/erase" params={{ clientId }} className={buttonClass()}>
            {t('rights.returned.erase', { code })}
          </Link>
        </>
      }
    >
      <p>{t('rights.returned.text')}</p>
      <FailureNotice failure={keep.error} />
    </Banner>
  )
}
