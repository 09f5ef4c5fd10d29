import { useTranslation } from 'react-i18next'
import type { ExportChoice } from '#shared/contract/operations/exports.ts'
import type { Proven } from '#shared/contract/proof.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** Asks for the passphrase and a folder, and saves the chosen ratings there. */
export function SaveCard({ choice, isReady }: { choice: ExportChoice; isReady: boolean }) {
  const { t } = useTranslation()
  const api = useApi()
  const proof = useProof('exports.save')
  const save = useChangeBy('exports.save', async (write, given: ExportChoice & Proven) => {
    const chosen = await api.files.choose({ purpose: 'ratings-folder' })
    return chosen.kind === 'cancelled' ? null : write({ ...given, token: chosen.token })
  })
  return (
    <Card title={t('exports.save.title')}>
      <Banner kind="caution" title={t('exports.save.warning')} />
      <Stack direction="row" gap={16} lineGap={8} align="centre">
        <Button
          kind="primary"
          isDisabled={!isReady}
          isPending={save.isPending}
          onPress={() => proof.ask((given) => save.mutate({ ...choice, proof: given }))}
        >
          {t(save.isPending ? 'exports.save.saving' : 'exports.save.submit')}
        </Button>
      </Stack>
      <output className={common['note']}>
        {save.data ? t('exports.save.saved', { count: save.data.files, folder: save.data.folder }) : null}
      </output>
      <FailureNotice failure={save.error} />
      {proof.dialog}
    </Card>
  )
}
