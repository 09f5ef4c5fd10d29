import { Link } from '@tanstack/react-router'
import common from '#renderer/ui/common.module.css'

/** Leads to one received client, by the name that the bundles give. */
export function ClientLink({ client: { id, pseudonym } }: { client: { id: string; pseudonym: string } }) {
  return (
    <Link
      className={common['codeLink']}
      to="/supervision/review/clients/$receivedId"
      params={{ receivedId: id }}
    >
      {pseudonym}
    </Link>
  )
}
