import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { noFilters } from '../evidence-filters.ts'
import { forgetPlace, rememberFilters } from '../remembered-place.ts'

/** Says how much was imported, and links to it. */
export function ImportDone({ count }: { count: number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return (
    <Banner
      kind="info"
      title={t('evidence.import.done', { count })}
      actions={
        <Button
          onPress={() => {
            rememberFilters(queryClient, { ...noFilters, marks: ['own'] })
            forgetPlace(queryClient)
            void navigate({ to: '/evidence' })
          }}
        >
          {t('evidence.import.seeOwn')}
        </Button>
      }
    />
  )
}
