import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RiskOfSession } from '#renderer/parts/risk/risk-of-session.tsx'
import { useRisksOfSession } from '#renderer/parts/risk/use-risks-of-session.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import type { EntryAbout } from './entry-about.ts'

/** What was saved. An answer that needs attention comes before everything else. */
export function SavedStep({
  client,
  session,
  isChanged,
  onMore,
}: Pick<EntryAbout, 'client' | 'session'> & { isChanged: boolean; onMore: () => void }) {
  const { t } = useTranslation()
  const { number } = session
  const { data } = useRisksOfSession(session.id)
  // The first thing to do is then to read the answer, which has the main button.
  const isRiskUnread = data?.risks.some(({ acknowledged }) => acknowledged === null) ?? false
  return (
    <Page title={t('paperEntry.saved.title', { code: client.code })} width="narrow">
      <RiskOfSession sessionId={session.id} />
      <p>
        {t(isChanged ? 'paperEntry.saved.text' : 'paperEntry.saved.same', {
          number,
          date: new Date(session.date),
        })}
      </p>
      <Stack direction="row" gap={8}>
        <Link
          to="/clients/$clientId/sessions/$sessionId"
          params={{ clientId: client.id, sessionId: session.id }}
          className={buttonClass({ kind: isRiskUnread ? 'secondary' : 'primary' })}
        >
          {t('paperEntry.saved.read')}
        </Link>
        <Button onPress={onMore}>{t('paperEntry.saved.more')}</Button>
        <Link to="/clients/$clientId" params={{ clientId: client.id }} className={buttonClass()}>
          {t('paperEntry.back', { code: client.code })}
        </Link>
      </Stack>
    </Page>
  )
}
