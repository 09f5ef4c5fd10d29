import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '#shared/evidence/import-preview.ts'
import { useApi, type DirectApi } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { BackRow } from '../back-row.tsx'
import { noFilters, searchOf, type EvidenceFilters } from '../evidence-filters.ts'
import { rememberedFilters } from '../remembered-place.ts'
import common from '#renderer/ui/common.module.css'

const whats = ['own', 'bookmarked', 'shown', 'all'] as const
type What = (typeof whats)[number]
const formats = ['markdown', 'ris', 'bibtex'] as const satisfies readonly ExportFormat[]
const purposes = { markdown: 'evidence-export', ris: 'evidence-ris', bibtex: 'evidence-bibtex' } as const
const pageSize = 200

/** Exports summaries to a file: all, the user's own, the bookmarked, or the list's current results. */
export function ExportScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const queryClient = useQueryClient()
  const [shown] = useState(() => rememberedFilters(queryClient))
  const [what, setWhat] = useState<What>('own')
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const filters: Record<What, EvidenceFilters> = {
    own: { ...noFilters, marks: ['own'] },
    bookmarked: { ...noFilters, marks: ['bookmarked'] },
    shown,
    all: noFilters,
  }
  const chosen = filters[what]
  const count = useAsk('evidence.search', { ...searchOf(chosen), limit: 1, offset: 0 }, { gcTime: 0 }).data
    ?.total
  const save = useChangeBy('evidence.saveExport', async (write) => {
    const file = await api.files.choose({ purpose: purposes[format] })
    if (file.kind === 'cancelled') return null
    const ids = await idsOf(api, chosen)
    await write({ token: file.token, ids, format })
    return { name: file.name, count: ids.length }
  })
  return (
    <>
      <BackRow />
      <Page title={t('evidence.export.title')} subtitle={t('evidence.export.subtitle')} width="narrow">
        <Card>
          <ChoiceGroup
            label={t('evidence.export.what')}
            options={whats.map((value) => ({ value, label: t(`evidence.export.whats.${value}`) }))}
            value={what}
            onChange={(next) => {
              if (next !== null) setWhat(next)
            }}
          />
          <ChoiceGroup
            label={t('evidence.export.format')}
            description={t(`evidence.export.about.${format}`)}
            options={formats.map((value) => ({ value, label: t(`evidence.export.formats.${value}`) }))}
            value={format}
            onChange={(next) => {
              if (next !== null) setFormat(next)
            }}
          />
          <p>{t('evidence.export.leaves')}</p>
          <Stack direction="row" gap={16} lineGap={8} align="centre">
            <Button
              kind="primary"
              size="large"
              isDisabled={count === undefined || count === 0}
              isPending={save.isPending}
              onPress={() => save.mutate()}
            >
              {t('evidence.export.save', { count: count ?? 0 })}
            </Button>
            <output className={common['note']}>
              {save.data ? t('evidence.export.saved', { name: save.data.name, count: save.data.count }) : ''}
            </output>
          </Stack>
          <FailureNotice failure={save.error} />
        </Card>
      </Page>
    </>
  )
}

async function idsOf(api: DirectApi, filters: EvidenceFilters): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const page = await api.evidence.search({ ...searchOf(filters), limit: pageSize, offset: ids.length })
    ids.push(...page.results.map(({ item }) => item.id))
    if (page.results.length === 0 || ids.length >= page.total) return ids
  }
}
