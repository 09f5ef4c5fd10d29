import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proven } from '#shared/contract/proof.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { NewPassphraseFields } from '#renderer/parts/keys/new-passphrase-fields.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { useNewPassphrase } from '#renderer/parts/keys/use-new-passphrase.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { useChosen } from './use-backups.ts'

/** Exports everything to one file that needs no Attune to read, under its own passphrase. */
export function ArchiveCard() {
  const { t } = useTranslation()
  const [isBegun, setIsBegun] = useState(false)
  const [savedAs, setSavedAs] = useState<string | null>(null)
  return (
    <Card title={t('backups.archive.title')}>
      <p>{t('backups.archive.lead')}</p>
      {isBegun ? (
        <ArchiveForm
          onDone={(name) => {
            setSavedAs(name)
            setIsBegun(false)
          }}
        />
      ) : (
        <Stack direction="row" gap={12} align="centre">
          <Button onPress={() => setIsBegun(true)}>{t('backups.archive.begin')}</Button>
        </Stack>
      )}
      <output>{savedAs === null || isBegun ? null : t('backups.archive.done', { name: savedAs })}</output>
    </Card>
  )
}

function ArchiveForm({ onDone }: { onDone: (name: string | null) => void }) {
  const { t } = useTranslation()
  const choose = useChosen()
  const chosen = useNewPassphrase()
  const proof = useProof('backups.exportArchive')
  const save = useChangeBy(
    'backups.exportArchive',
    async (write, { passphrase, proof }: { passphrase: string } & Proven) => {
      const file = await choose('archive')
      return file && (await write({ token: file.token, passphrase: typedSecret(passphrase), proof }))
    },
    {
      onSuccess: (saved) => {
        if (saved) onDone(saved.name)
      },
    },
  )
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (save.isPending || !chosen.check()) return
    proof.ask((given) => save.mutate({ passphrase: chosen.passphrase, proof: given }))
  }
  return (
    <>
      <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
        <NewPassphraseFields chosen={chosen} />
        <Banner kind="caution" title={t('backups.archive.warning')} />
        <FailureNotice failure={save.error} />
        <Stack direction="row" gap={12}>
          <Button type="submit" kind="secondary" isPending={save.isPending}>
            {save.isPending ? t('backups.archive.submitting') : t('backups.archive.submit')}
          </Button>
          <Button kind="quiet" onPress={() => onDone(null)}>
            {t('backups.archive.cancel')}
          </Button>
        </Stack>
      </form>
      {proof.dialog}
    </>
  )
}
