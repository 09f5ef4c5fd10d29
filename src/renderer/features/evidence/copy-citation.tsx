import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import { copyText } from './copy-text.ts'
import styles from './article.module.css'

const formats = ['apa', 'ris', 'bibtex'] as const
type Format = (typeof formats)[number]

/** Copies the reference as text or for a reference manager, and confirms it quietly until the next press. */
export function CopyCitation({ articleId, citation }: { articleId: string; citation: string | undefined }) {
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
      <output className={styles['quiet']}>
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
