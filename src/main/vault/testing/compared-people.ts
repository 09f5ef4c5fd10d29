import type { TestVault } from './test-vault.ts'

/** The operations of a vault, whether a real one or one in memory. */
type Api = Pick<TestVault['api'], 'contacts'>

/**
 * Lets a therapist and a supervisor exchange cards and compare words. Gives the supervisor's id at the therapist's, and
 * the therapist's at the supervisor's.
 */
export async function comparedPeople(therapist: Api, supervisor: Api) {
  const cards = {
    therapist: await therapist.contacts.makeCard({ name: 'Ada' }),
    supervisor: await supervisor.contacts.makeCard({ name: 'Ruth' }),
  }
  const add = async ({ contacts }: Api, { card, words }: (typeof cards)['therapist']) => {
    const added = await contacts.add({ text: card, contactId: null, name: null })
    if (added.kind !== 'added') throw new Error(added.kind)
    await contacts.compare({ id: added.contact.id, typed: words.join(' ') })
    return added.contact.id
  }
  return { ruth: await add(therapist, cards.supervisor), ada: await add(supervisor, cards.therapist) }
}
