import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TroubleWords } from '#shared/i18n/en/trouble.ts'
import { AboutContext, useApi } from '#renderer/lib/app-context.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'
import { aboutFolder, restorable, type TroubleName } from './trouble-names.ts'
import styles from './trouble.module.css'

/** What trying again does, and what became of the last try. */
export interface TryAgain {
  readonly run: () => void
  readonly isPending: boolean
  /** It was tried, and nothing has changed. */
  readonly isStillSo: boolean
}

/** Trouble that leaves nothing else to show: what happened, what is safe, what to do. It never offers to delete. */
export function TroubleScreen({
  name,
  tryAgain,
  onRestore,
}: {
  name: TroubleName
  tryAgain: TryAgain
  /** Leads to the backups, where there is a way to them. */
  onRestore?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const api = useApi()
  return (
    <TroublePage
      words={t(`trouble.screens.${name}`, { returnObjects: true })}
      showsFolder={aboutFolder.has(name)}
      said={tryAgain.isStillSo && !tryAgain.isPending ? t('trouble.stillSo') : null}
    >
      <Button kind="primary" size="large" isPending={tryAgain.isPending} onPress={tryAgain.run}>
        {t('app.tryAgain')}
      </Button>
      {onRestore && restorable.has(name) ? (
        <Button size="large" onPress={onRestore}>
          {t('trouble.restore')}
        </Button>
      ) : null}
      <Button size="large" kind="quiet" onPress={() => void api.app.quit()}>
        {t('trouble.quit')}
      </Button>
    </TroublePage>
  )
}

/** The frame of a screen for trouble; its children are the ways on. */
export function TroublePage({
  words: { title, happened, safe, steps },
  showsFolder,
  said = null,
  children,
}: {
  words: TroubleWords
  showsFolder: boolean
  /** What became of the last try. */
  said?: string | null
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Door title={title}>
      <p>{happened}</p>
      <Banner kind="info" title={t('trouble.safeTitle')}>
        {safe}
      </Banner>
      <Card title={t('trouble.doTitle')}>
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {showsFolder ? <VaultFolder /> : null}
      </Card>
      <Stack gap={8}>
        <Stack direction="row" gap={12}>
          {children}
        </Stack>
        {/* Its line is always there, so that nothing moves when it is said. */}
        <output className={styles['looked']}>{said}</output>
      </Stack>
    </Door>
  )
}

/** Where the vault is on this computer, for somebody who has to look there. */
function VaultFolder() {
  const { t } = useTranslation()
  // What runs the app may be among the things that could not be had.
  const about = useContext(AboutContext)
  if (!about) return null
  const { dataFolder, platform } = about
  return (
    <div>
      <p className={styles['small']}>{t('trouble.folder')}</p>
      <p className={styles['path']}>{`${dataFolder}${platform === 'windows' ? '\\' : '/'}vault`}</p>
    </div>
  )
}
