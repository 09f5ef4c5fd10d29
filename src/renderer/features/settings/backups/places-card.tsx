import { useTranslation } from 'react-i18next'
import type { BackupList, BackupPlace } from '#shared/contract/operations/backups.ts'
import { useChange, useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { useChosen, useTakeBackups } from './use-backups.ts'
import common from '#renderer/ui/common.module.css'

/** The two places for backups: Attune's own, and the chosen one. */
export function PlacesCard({ places, lostFolder }: Pick<BackupList, 'places' | 'lostFolder'>) {
  const { t } = useTranslation()
  const chooseFile = useChosen()
  const onSuccess = useTakeBackups()
  const choose = useChangeBy(
    'backups.chooseFolder',
    async (change, proof: string) => {
      const file = await chooseFile('backup-folder')
      return file && (await change({ token: file.token, proof }))
    },
    { onSuccess },
  )
  const forget = useChange('backups.forgetFolder', { onSuccess })
  const proofToChoose = useProof('backups.chooseFolder')
  const proofToForget = useProof('backups.forgetFolder')
  const own = places.find(({ kind }) => kind === 'default')
  const chosen = places.find(({ kind }) => kind === 'chosen')
  return (
    <Card title={t('backups.places.title')}>
      <dl className={stackClass({ gap: 24 })}>
        {own ? (
          <div>
            <dt className={common['strong']}>{t('backups.places.default')}</dt>
            <dd className={stackClass({ gap: 8 })}>
              <p className={common['note']}>{t('backups.places.defaultNote')}</p>
              <PlaceState place={own} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt className={common['strong']}>{t('backups.places.chosen')}</dt>
          <dd className={stackClass({ gap: 8 })}>
            {chosen ? (
              <PlaceState place={chosen} />
            ) : (
              <p className={common['note']}>{t('backups.places.chosenNone')}</p>
            )}
            {lostFolder ? <LostFolder path={lostFolder.path} /> : null}
            <FailureNotice failure={choose.error ?? forget.error} />
            <Stack direction="row" gap={12} align="centre">
              <Button isPending={choose.isPending} onPress={() => proofToChoose.ask(choose.mutate)}>
                {t(chosen ? 'backups.places.chooseOther' : 'backups.places.choose')}
              </Button>
              {chosen ? (
                <>
                  <Button
                    kind="quiet"
                    isPending={forget.isPending}
                    onPress={() => proofToForget.ask((proof) => forget.mutate({ proof }))}
                  >
                    {t('backups.places.forget')}
                  </Button>
                  <span className={common['note']}>{t('backups.places.forgetNote')}</span>
                </>
              ) : null}
            </Stack>
          </dd>
        </div>
      </dl>
      <p className={common['note']}>{t('backups.places.others')}</p>
      {proofToChoose.dialog}
      {proofToForget.dialog}
    </Card>
  )
}

function LostFolder({ path }: { path: string | null }) {
  const { t } = useTranslation()
  if (path === null)
    return (
      <Banner kind="caution" title={t('errors.backup-folder-forgotten.title')}>
        {t('errors.backup-folder-forgotten.advice')}
      </Banner>
    )
  return (
    <Banner kind="caution" title={t('backups.places.lost')}>
      <p className={common['path']}>{path}</p>
      <p>{t('backups.places.lostNote')}</p>
    </Banner>
  )
}

function PlaceState({ place: { folder, state, warnings, failed } }: { place: BackupPlace }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={common['path']}>{folder}</p>
      <p>{t(`backups.places.states.${state}`)}</p>
      {warnings.map((warning) => (
        <p key={warning} className={common['note']}>
          {t(`backups.places.warnings.${warning}`)}
        </p>
      ))}
      {failed ? (
        <Banner
          kind="caution"
          title={t('backups.places.failed', {
            at: new Date(failed.at),
            reason: t(`errors.${failed.code}.title`),
          })}
        >
          {t(`errors.${failed.code}.advice`)}
        </Banner>
      ) : null}
    </>
  )
}
