const schemes = new Set<string>()

/** Maps `scheme://host/` to `http://host.scheme.localhost/`. Throws for a scheme that can't be part of a host name. */
export function learnScheme(scheme: string): void {
  if (!/^[a-z][a-z0-9-]*$/.test(scheme) || /^(https?|file|data|blob|about|wss?|ftp)$/.test(scheme))
    throw new Error(`not implemented in chromium-shell: the scheme name '${scheme}'`)
  schemes.add(scheme)
}

/** Whether a scheme is registered. */
export function isKnownScheme(scheme: string): boolean {
  return schemes.has(scheme)
}

/** The address that Chromium loads for an address of the app: maps its schemes to host names of this machine. */
export function toPageAddress(address: string): string {
  return address.replace(/^([a-z][a-z0-9-]*):\/\/([^/?#]*)/, (whole, scheme: string, host: string) =>
    schemes.has(scheme) ? `http://${host ? `${host}.` : ''}${scheme}.localhost` : whole,
  )
}

/** The address that the app sees for one of Chromium's; the inverse of `toPageAddress`. */
export function toAppAddress(address: string): string {
  return address.replace(
    /^http:\/\/(?:([^/?#:]*)\.)?([a-z][a-z0-9-]*)\.localhost(?=[/?#]|$)/,
    (whole, host: string | undefined, scheme: string) =>
      schemes.has(scheme) ? `${scheme}://${host ?? ''}` : whole,
  )
}
