/** How many clients of one supervisee a list over all supervisees shows; the rest is one step away. */
export const fewClients = 5
