import { Link } from '@tanstack/react-router'
import type { Prompt } from '#shared/prompts/prompt.ts'

/** Links to the exact finding inside the article. */
export function SourceLink({
  source,
  children,
}: {
  source: Pick<Prompt['source'], 'articleId' | 'effectId'>
  children: string
}) {
  return (
    <Link
      to="/evidence/$articleId"
      params={{ articleId: source.articleId }}
      hash={`effect-${source.effectId}`}
    >
      {children}
    </Link>
  )
}
