import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { useMark } from './use-mark.ts'

/** Adds or removes a bookmark on a summary. */
export function BookmarkButton({
  articleId,
  title,
  isBookmarked,
  isIconOnly = false,
}: {
  articleId: string
  title: string
  isBookmarked: boolean
  isIconOnly?: boolean
}) {
  const { t } = useTranslation()
  const mark = useMark(articleId)
  const icon = isBookmarked ? 'bookmark-filled' : 'bookmark'
  const onPress = () => mark.mutate({ id: articleId, isBookmarked: !isBookmarked })
  if (isIconOnly)
    return (
      <IconButton
        kind="quiet"
        icon={icon}
        label={t(isBookmarked ? 'evidence.bookmark.removeFrom' : 'evidence.bookmark.addTo', { title })}
        onPress={onPress}
      />
    )
  return (
    <Button kind="quiet" icon={icon} onPress={onPress}>
      {t(isBookmarked ? 'evidence.bookmark.remove' : 'evidence.bookmark.add')}
    </Button>
  )
}
