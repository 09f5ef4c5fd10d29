import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSecret } from '#shared/contract/operations/backups.ts'
import { longestRecoveryKeyText, recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { CapsLockNote } from '#renderer/parts/keys/caps-lock-note.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'

/** Asks for the passphrase or the recovery key of a backup. */
export function TypeSecret({
  isPending,
  failure,
  onSubmit,
  onBack,
}: {
  isPending: boolean
  failure: unknown
  onSubmit: (secret: BackupSecret) => void
  onBack: () => void
}) {
  const { t } = useTranslation()
  const [isByKey, setIsByKey] = useState(false)
  const [text, setText] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isPending) return
    setIsMissing(text === '')
    if (text === '') return box.current?.focus()
    if (isByKey && text.length > longestRecoveryKeyText) return
    onSubmit(
      isByKey
        ? { kind: 'recovery-key', recoveryKey: recoveryKeySymbols(text) }
        : { kind: 'passphrase', passphrase: typedSecret(text) },
    )
  }
  return (
    <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
      <Card>
        <p>{t('backups.restore.secret.lead')}</p>
        {isByKey ? (
          <LimitedField
            label={t('backups.restore.secret.recoveryKey')}
            description={t('backups.restore.secret.recoveryNote')}
            value={text}
            onChange={setText}
            limit={longestRecoveryKeyText}
            rows={3}
            multiline
            spellCheck={false}
            takesFocus
          />
        ) : (
          <CapsLockNote>
            <PassphraseField
              label={t('backups.restore.secret.passphrase')}
              purpose="current"
              showLabel={t('ui.passphrase.show')}
              hideLabel={t('ui.passphrase.hide')}
              error={isMissing && text === '' ? t('backups.restore.secret.missing') : undefined}
              value={text}
              onChange={setText}
              takesFocus
              ref={box}
            />
          </CapsLockNote>
        )}
        <Stack direction="row">
          <Button
            kind="quiet"
            onPress={() => {
              setText('')
              setIsByKey(!isByKey)
            }}
          >
            {t(isByKey ? 'backups.restore.secret.usePassphrase' : 'backups.restore.secret.useRecoveryKey')}
          </Button>
        </Stack>
      </Card>
      <FailureNotice failure={failure} />
      <Stack direction="row" gap={12}>
        <Button kind="primary" size="large" type="submit" isPending={isPending}>
          {isPending ? t('backups.restore.secret.submitting') : t('backups.restore.secret.submit')}
        </Button>
        <Button kind="quiet" size="large" onPress={onBack}>
          {t('backups.restore.secret.back')}
        </Button>
      </Stack>
    </form>
  )
}
