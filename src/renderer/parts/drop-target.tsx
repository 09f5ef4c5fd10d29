import { useState, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { droppedFile, hasFiles } from '#renderer/lib/file-drops.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './drop-target.module.css'

/**
 * A place where one file can be dropped, in place of choosing it. Says so below what is in it, and says why a drop is not
 * taken.
 */
export function DropTarget({
  isBusy = false,
  onFile,
  children,
}: {
  /** Whether nothing is taken now. */
  isBusy?: boolean
  onFile: (file: File) => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const [isOver, setIsOver] = useState(false)
  const [refused, setRefused] = useState<'several' | 'folder' | null>(null)
  const over = (event: DragEvent): void => {
    if (isBusy || !hasFiles(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setIsOver(true)
  }
  return (
    // A drop is a second way to do what the button in it does.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['target']}
      data-over={isOver ? '' : undefined}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false)
      }}
      onDrop={(event) => {
        setIsOver(false)
        if (isBusy || !hasFiles(event)) return
        event.preventDefault()
        const dropped = droppedFile(event.dataTransfer)
        setRefused(dropped !== null && 'refused' in dropped ? dropped.refused : null)
        if (dropped !== null && 'file' in dropped) onFile(dropped.file)
      }}
    >
      {children}
      <p className={common['note']}>{t('app.drop.here')}</p>
      {refused === null ? null : (
        <Banner kind="caution" title={t(`app.drop.${refused}.title`)}>
          {t(`app.drop.${refused}.advice`)}
        </Banner>
      )}
    </div>
  )
}
