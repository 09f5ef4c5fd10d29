import { useState, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from '@tanstack/react-query'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange } from '#renderer/lib/change.ts'
import { copyText } from '#renderer/lib/copy-text.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Reader } from '#renderer/ui/reader.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** The reference, to read and to copy, and a link to the publication. Says so if no source gives a DOI. */
export function Reference({ article }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  const { citation, doi, link } = article
  return (
    <section className={styles['part']} aria-labelledby="reference">
      <h2 id="reference" tabIndex={-1} className={styles['target']}>
        {t('evidence.reference.title')}
      </h2>
      <Reader>
        <p className={styles['citation']}>{citation ?? t('evidence.reference.none')}</p>
        {link === undefined ? null : (
          <p className={styles['citation']}>
            {t('evidence.reference.link')}: {link}
          </p>
        )}
        {doi === undefined && link === undefined ? <p>{t('evidence.reference.noDoi')}</p> : null}
      </Reader>
      <CopyCitation articleId={article.id} citation={citation} />
      {doi === undefined ? null : <OpenDoi doi={doi} />}
    </section>
  )
}

const formats = ['apa', 'ris', 'bibtex'] as const
type Format = (typeof formats)[number]

/** Copies the reference as text or for a reference manager, and confirms it quietly until the next press. */
function CopyCitation({ articleId, citation }: { articleId: string; citation: string | undefined }) {
  const { t } = useTranslation()
  const api = useApi()
  const [copied, setCopied] = useState<Format | 'refused' | null>(null)
  const copy = useMutation({
    mutationFn: async (format: Format) => {
      if (format === 'apa') return { format, text: citation ?? '' }
      const { text } = await api.evidence.export({ ids: [articleId], format })
      return { format, text }
    },
    onSuccess: ({ format, text }) => setCopied(copyText(text) ? format : 'refused'),
    onMutate: () => setCopied(null),
  })
  return (
    <div className={stackClass({ gap: 8 })} data-screen-only>
      <Stack direction="row" gap={8}>
        {formats.map((format) => (
          <Button
            key={format}
            icon={copied === format ? 'check' : 'copy'}
            isDisabled={format === 'apa' && citation === undefined}
            onPress={() => copy.mutate(format)}
          >
            {t(`evidence.copy.${format}`)}
          </Button>
        ))}
      </Stack>
      <output className={joinClasses(common['note'], styles['quiet'])}>
        {copied === null
          ? ''
          : copied === 'refused'
            ? t('evidence.copy.refused')
            : t('evidence.copy.copied', { format: t(`evidence.copy.name.${copied}`) })}
      </output>
      <FailureNotice failure={copy.error} />
    </div>
  )
}

/** The only link out of Attune: opens the page of a DOI in the user's own browser, only on a press. */
function OpenDoi({ doi }: { doi: string }) {
  const { t } = useTranslation()
  const noteId = useId()
  const open = useChange('links.openDoi')
  return (
    <div className={stackClass({ gap: 8, align: 'start' })} data-screen-only>
      <Button describedBy={noteId} isPending={open.isPending} onPress={() => open.mutate({ doi })}>
        {t('evidence.reference.openDoi')}
      </Button>
      <p id={noteId} className={joinClasses(common['note'], styles['quiet'])}>
        {t('evidence.reference.leaves')}
      </p>
      <FailureNotice failure={open.error} />
    </div>
  )
}
