import { useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ChartPicture } from '#shared/contract/operations/exports.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange, useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import common from '#renderer/ui/common.module.css'
import { ChartSubjectContext } from '../chart-subject.ts'
import { whenDrawn } from '../when-drawn.ts'
import { addressOf, drawPicture, pngOf, type DrawnPicture, type PictureWords } from './draw-picture.ts'
import { copyPicture } from './copy-picture.ts'
import styles from './picture-dialog.module.css'

type Format = ChartPicture['format']

/** The width of a saved drawing in px, whatever the size of the window. */
const drawnWidth = 720

/**
 * Shows the picture of a chart as it will leave, in light colours as on paper, and copies or saves it. The client's code
 * is in it only if the user wants it.
 */
export function PictureDialog({
  words,
  draw,
  onClose,
}: {
  words: Omit<PictureWords, 'code'>
  /** Draws the chart at a width in px, in a frame that gives it the styles of a chart. */
  draw: (width: number) => ReactNode
  onClose: () => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const subject = useContext(ChartSubjectContext)
  const clientId = subject?.clientId ?? null
  const [isNamed, setIsNamed] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const { picture, failure } = usePicture(frame, words, isNamed ? (subject?.code ?? null) : null)
  const noteCopied = useChange('exports.noteChartCopied')
  const copy = useMutation({
    mutationFn: async (chosen: DrawnPicture) => {
      await noteCopied.mutateAsync({ clientId })
      await copyPicture(pngOf(chosen))
      // Attune clears from the clipboard only what it knows of.
      await api.app.noteCopied()
    },
  })
  const save = useChangeBy(
    'exports.saveChart',
    async (write, given: { readonly chosen: DrawnPicture; readonly format: Format }) => {
      const file = await api.files.choose({ purpose: `chart-${given.format}` })
      if (file.kind === 'cancelled') return null
      await write({ clientId, picture: await asSaved(given.chosen, given.format), token: file.token })
      return file.name
    },
  )
  const begin = (action: (chosen: DrawnPicture) => void): void => {
    if (picture === null || copy.isPending || save.isPending) return
    copy.reset()
    save.reset()
    action(picture)
  }
  return (
    <Dialog
      title={t('charts.picture.title')}
      size="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('charts.picture.close')}</Button>
          {(['svg', 'png'] as const).map((format) => (
            <Button
              key={format}
              isDisabled={picture === null}
              isPending={save.isPending && save.variables.format === format}
              onPress={() => begin((chosen) => save.mutate({ chosen, format }))}
            >
              {t(`charts.picture.save.${format}`)}
            </Button>
          ))}
          <Button
            kind="primary"
            isDisabled={picture === null}
            isPending={copy.isPending}
            onPress={() => begin((chosen) => copy.mutate(chosen))}
          >
            {t('charts.picture.copy')}
          </Button>
        </>
      }
    >
      <Banner kind="caution" title={t('charts.picture.leaves')} />
      {picture === null ? (
        failure === null ? (
          <Loading label={t('charts.picture.drawing')} />
        ) : null
      ) : (
        <img
          className={styles['preview']}
          src={addressOf(picture.text)}
          width={picture.width}
          height={picture.height}
          alt={t('charts.picture.preview', { title: words.title })}
        />
      )}
      {subject === null ? null : (
        <CheckBox
          label={t('charts.picture.named')}
          description={t('charts.picture.namedAbout')}
          isSelected={isNamed}
          onChange={setIsNamed}
        />
      )}
      <output className={common['note']}>
        {copy.isSuccess ? t('charts.picture.copied') : null}
        {save.data ? t('charts.picture.saved', { name: save.data }) : null}
      </output>
      <FailureNotice failure={failure ?? save.error ?? noteCopied.error} />
      {copy.isError && noteCopied.error === null ? (
        <FailureNotice failure={copy.error} title={t('charts.picture.notCopied')} />
      ) : null}
      <div ref={frame} className={styles['unseen']} data-colors="light" aria-hidden="true" inert>
        {draw(drawnWidth)}
      </div>
    </Dialog>
  )
}

/** The picture of the drawing within an element; null until it is made. */
function usePicture(
  frame: { readonly current: HTMLElement | null },
  { title, sentence, note }: Omit<PictureWords, 'code'>,
  code: string | null,
): { readonly picture: DrawnPicture | null; readonly failure: unknown } {
  const [made, setMade] = useState<{ picture: DrawnPicture | null; failure: unknown }>({
    picture: null,
    failure: null,
  })
  useEffect(() => {
    let isGone = false
    const make = async (): Promise<DrawnPicture> => {
      await whenDrawn(frame)
      // A chart of the library places its axes only after it is in the page.
      for (let count = 0; count < 2; count += 1) await new Promise(requestAnimationFrame)
      return drawPicture(await whenDrawn(frame), { code, title, sentence, note })
    }
    make().then(
      (picture) => {
        if (!isGone) setMade({ picture, failure: null })
      },
      (failure: unknown) => {
        if (!isGone) setMade({ picture: null, failure })
      },
    )
    return () => {
      isGone = true
    }
  }, [frame, code, title, sentence, note])
  return made
}

async function asSaved(picture: DrawnPicture, format: Format): Promise<ChartPicture> {
  if (format === 'svg') return { format, text: picture.text }
  const bytes = new Uint8Array(await (await pngOf(picture)).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return { format, base64: btoa(binary) }
}
