import { useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSource, RestorePreview } from '#shared/contract/operations/backups.ts'
import { useAfterRestore, useApi } from '#renderer/lib/app-context.ts'
import { useChange } from '#renderer/lib/change.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { ChooseBackup } from './choose-backup.tsx'
import { PreviewBackup } from './preview-backup.tsx'
import { TypeSecret } from './type-secret.tsx'

/** The frame of a step: a page of the app, or a screen outside it. */
export type RestoreFrame = ComponentType<{ title: string; children: ReactNode }>

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'secret'; readonly source: BackupSource }
  | { readonly kind: 'preview'; readonly preview: RestorePreview }

/**
 * The whole restore: choice of a backup, its passphrase, its content, the restored vault. Nothing changes before the
 * last press. Leaving the flow closes the opened backup.
 */
export function RestoreFlow({
  isOpen,
  frame: Frame,
  onLeave,
}: {
  /** Whether the vault is open. Then its own key is tried first, and no passphrase is needed if that key fits. */
  isOpen: boolean
  frame: RestoreFrame
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const afterRestore = useAfterRestore()
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const open = useChange('backups.open', {
    onSuccess: (preview) => setStep({ kind: 'preview', preview }),
    onError: (failure, { source }) => {
      if (codeOf(failure) === 'backup-needs-secret') setStep({ kind: 'secret', source })
    },
  })
  const choose = (source: BackupSource): void => {
    open.reset()
    if (isOpen) open.mutate({ source, secret: { kind: 'present' } })
    else setStep({ kind: 'secret', source })
  }
  const giveUp = (then: () => void): void => {
    open.reset()
    void api.backups.cancelRestore().catch(() => undefined)
    then()
  }
  const backToChoice = (): void => giveUp(() => setStep({ kind: 'choose' }))
  const failure = codeOf(open.error) === 'backup-needs-secret' ? null : open.error
  return (
    <Frame title={t('backups.restore.title')}>
      {step.kind === 'choose' ? (
        <ChooseBackup
          onChoose={choose}
          isPending={open.isPending}
          failure={failure}
          onLeave={() => giveUp(onLeave)}
        />
      ) : null}
      {step.kind === 'secret' ? (
        <TypeSecret
          isPending={open.isPending}
          failure={failure}
          onSubmit={(secret) => open.mutate({ source: step.source, secret })}
          onBack={backToChoice}
        />
      ) : null}
      {step.kind === 'preview' ? (
        <PreviewBackup
          isOpen={isOpen}
          preview={step.preview}
          onRestored={afterRestore}
          onCancel={backToChoice}
        />
      ) : null}
    </Frame>
  )
}
