import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holdings, RestorePreview, RestoreResult } from '#shared/contract/operations/backups.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Table } from '#renderer/ui/table.tsx'

const rows = ['clients', 'sessions', 'newest'] as const

/** Compares an opened backup with the vault, says what would be lost, and asks for explicit consent. */
export function PreviewBackup({
  isOpen,
  preview,
  onRestored,
  onCancel,
}: {
  /** Whether the vault is open. Then restoring asks for its passphrase; otherwise the backup's was typed. */
  isOpen: boolean
  preview: RestorePreview
  onRestored: (result: RestoreResult) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const [isConfirmed, setIsConfirmed] = useState(false)
  const [acceptsOtherVault, setAcceptsOtherVault] = useState(false)
  const { ticket, isOtherVault, changesLost, present } = preview
  // If the vault is unreadable, nobody can promise that it has nothing newer than the backup.
  const isLossUnknown = changesLost === null || (present === null && changesLost === 0)
  const restore = useChange('backups.restore', { onSuccess: onRestored })
  const proof = useProof('backups.restore')
  const run = (given: string | null): void => restore.mutate({ ticket, acceptsOtherVault, proof: given })
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  const isReady = isConfirmed && (acceptsOtherVault || !isOtherVault)
  return (
    <>
      <div ref={place} tabIndex={-1}>
        <p>{t('backups.restore.preview.made', { at: new Date(preview.createdAt) })}</p>
      </div>
      <Card>
        <Comparison preview={preview} />
      </Card>
      {isOtherVault ? (
        <Banner kind="caution" title={t('backups.restore.preview.otherTitle')}>
          {t('backups.restore.preview.other')}
        </Banner>
      ) : null}
      <Banner kind="caution" title={t('backups.restore.preview.lossTitle')}>
        <p>
          {isLossUnknown
            ? t('backups.restore.preview.lossUnknown')
            : t('backups.restore.preview.loss', { count: changesLost })}
        </p>
        <p>{t('backups.restore.preview.kept')}</p>
        <p>{t(`backups.restore.preview.opensWith.${preview.opensWith}`)}</p>
      </Banner>
      <Stack gap={8}>
        <CheckBox
          label={t('backups.restore.preview.confirm')}
          isSelected={isConfirmed}
          onChange={setIsConfirmed}
        />
        {isOtherVault ? (
          <CheckBox
            label={t('backups.restore.preview.confirmOther')}
            isSelected={acceptsOtherVault}
            onChange={setAcceptsOtherVault}
          />
        ) : null}
      </Stack>
      <FailureNotice failure={restore.error} />
      <Stack direction="row" gap={12}>
        <Button
          kind="primary"
          size="large"
          isDisabled={!isReady}
          isPending={restore.isPending}
          onPress={() => (isOpen ? proof.ask(run) : run(null))}
        >
          {restore.isPending ? t('backups.restore.preview.submitting') : t('backups.restore.preview.submit')}
        </Button>
        <Button kind="quiet" size="large" isDisabled={restore.isPending} onPress={onCancel}>
          {t('backups.restore.preview.cancel')}
        </Button>
      </Stack>
      {proof.dialog}
    </>
  )
}

function Comparison({ preview: { backup, present } }: { preview: RestorePreview }) {
  const { t } = useTranslation()
  const cell = (holdings: Holdings | null, row: (typeof rows)[number]): string => {
    if (holdings === null) return t('backups.restore.preview.unknown')
    if (row !== 'newest') return String(holdings[row])
    if (holdings.newestSessionOn === null) return t('backups.restore.preview.noSession')
    return t('backups.restore.preview.date', { date: new Date(holdings.newestSessionOn) })
  }
  return (
    <Table
      caption={t('backups.restore.preview.caption')}
      isCaptionHidden
      columns={[
        {
          id: 'what',
          header: t('backups.restore.preview.what'),
          cell: (row) => t(`backups.restore.preview.${row}`),
          isRowHeader: true,
        },
        {
          id: 'backup',
          header: t('backups.restore.preview.inBackup'),
          align: 'end',
          cell: (row) => cell(backup, row),
        },
        {
          id: 'vault',
          header: t('backups.restore.preview.inVault'),
          align: 'end',
          cell: (row) => cell(present, row),
        },
      ]}
      rows={rows}
      rowId={(row) => row}
    />
  )
}
