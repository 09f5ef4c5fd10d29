import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { longestNote } from '#shared/records/text.ts'
import type { Proven } from '#shared/contract/proof.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { isComplete } from './build-report.ts'
import type { ReportOrder } from './report-source.ts'
import common from '#renderer/ui/common.module.css'

/** Asks for the passphrase and a place, and saves the report that is on the screen there. */
export function SaveCard({
  clientId,
  choice,
  isFictional,
  onSaved,
}: {
  clientId: ClientId
  choice: Pick<ReportOrder, 'kind' | 'parts' | 'question'>
  isFictional: boolean
  /** Called once the report is a file. */
  onSaved: () => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const proof = useProof('reports.save')
  const save = useChangeBy('reports.save', async (write, { proof: given }: Proven) => {
    const printed = await api.files.printPage()
    if (printed.kind === 'cancelled') return null
    const saved = await write({ clientId, kind: choice.kind, token: printed.token, proof: given })
    onSaved()
    return saved
  })
  const isReady = isComplete(choice) && choice.question.length <= longestNote
  return (
    <Card title={t('reports.save.title')}>
      <Banner kind="caution" title={t('reports.save.warning')} />
      {isFictional ? <p className={common['note']}>{t('reports.save.withFictional')}</p> : null}
      <div>
        <Button
          kind="primary"
          isDisabled={!isReady}
          isPending={save.isPending}
          onPress={() => proof.ask((given) => save.mutate({ proof: given }))}
        >
          {t(save.isPending ? 'reports.save.saving' : 'reports.save.submit')}
        </Button>
      </div>
      {choice.parts.length > 0 && !isComplete(choice) ? (
        <p className={common['note']}>{t('reports.save.noQuestion')}</p>
      ) : null}
      <output className={common['note']}>
        {save.data ? t('reports.save.saved', { name: save.data.name }) : null}
      </output>
      <FailureNotice failure={save.error} />
      {proof.dialog}
    </Card>
  )
}
