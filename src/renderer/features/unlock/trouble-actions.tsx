import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import styles from './trouble.module.css'

/** The two ways on from trouble with the vault: look again, or quit. */
export function TroubleActions() {
  const { t } = useTranslation()
  const api = useApi()
  const queryClient = useQueryClient()
  const look = useMutation({
    mutationFn: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.status }),
        queryClient.invalidateQueries({ queryKey: queryKeys.about }),
      ]),
  })
  return (
    <Stack gap={8}>
      <Stack direction="row" gap={12}>
        <Button kind="primary" size="large" isPending={look.isPending} onPress={() => look.mutate()}>
          {t('unlock.tryAgain')}
        </Button>
        <Button size="large" onPress={() => void api.app.quit()}>
          {t('unlock.quit')}
        </Button>
      </Stack>
      <output className={styles['looked']}>{look.isSuccess ? t('unlock.stillSo') : null}</output>
    </Stack>
  )
}
