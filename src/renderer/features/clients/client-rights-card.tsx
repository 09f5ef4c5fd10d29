import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/records/client.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** Links to the screens that export and erase a client's record. */
export function ClientRightsCard({ client: { id: clientId, code } }: { client: Client }) {
  const { t } = useTranslation()
  return (
    <Card title={t('rights.card.title')}>
      <p>{t('rights.card.about')}</p>
      <Stack direction="row" gap={12}>
        <Link to="/clients/$clientId/export" params={{ clientId }} className={buttonClass()}>
          {t('rights.card.export', { code })}
        </Link>
        <Link to="/clients/$clientId/erase" params={{ clientId }} className={buttonClass()}>
          {t('rights.card.erase', { code })}
        </Link>
      </Stack>
    </Card>
  )
}
