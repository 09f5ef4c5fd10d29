/**
 * A database of two pages that SQLite3MC 2.4.0 wrote with `cipher=chacha20` and the bytes 0 to 31 as its raw key.
 * A build that can't read it could not read anybody's vault.
 */
export const knownDatabase = Buffer.from(
  'wcYR1kzY3wS9JJO82FKo6QIAAQEgQCAgkupUbtoqbF+Kjfvm3X3/4YoAf9LVqAhHBJPXnSRcQ+CWxXhMLoYEcL2g7WDR7EWriNuJ' +
    '4BmWHAf8io6aOnBXKos2F/ziZgizlGmXbtA0bAUKBrF1EdPGfDvvaABGKIIHllI9wq1RB9vE5zHb2doXgS0y/zW4OiF2hWjch9Nm' +
    'Baf8y/NyxteZjpVm6bWNzBdSrP9jiRS/WZBmUNpHLoDdRrBZqVuieo+P5F6xk/9ooSeDUdwHY1YFzVTVXqUyJ3UJmlIWoPjS09Kh' +
    'V2resPBHASh7831TiaTJG6UeNfAka150uAWcQpQEBD3ipvrX9NoLivr56YmnENZbHasGJdWjeFQ61g52zXysFJqLr3QvaTlev9nl' +
    'U6TB+Fnm1C90BOkIAUeJ4Iz/gD+fPhWjfSV2G1q7k4j4aQJeWcd77ebuI3c5EhYUe+KHLucfiZkh2baoTFEsmMYYuYhv/rQ9fJ5W' +
    'Kk9JI1B0yiOOJDjjFMgFV3NuB6Wv5M3lLO6uO4TPxmVJmKvrXMSKSeFrjTZ4pbutSJ2+p+43gQyGSEITRFQKqdOTwVQoqL17NNLE' +
    'T8WqZyJpPBBV9RAR9Bp6zNV+MSLhEDbtRY0aMLIBKtM4o4eJVRwwOW+rFHNqGvcs+kNbk+lLR81aTXzZNcGZxXpN2nSNhY+S0AOs' +
    'TwSRVYJpmg9CqB8pF3TaN/ve2j/bbX/wFdd1huKZJgIOzPNJcjNNePSJpruxn0lSvfWMdYFRHRrTPuIKyskYUMxTAUz82xxwljQj' +
    'MfGbI9tqiZ4G8TqvcYEYFsznqaj+8UvXW03XlIUTzxy1JnReR9qOPKTCJV0mutuG5qLZ8qjQv574fnOFQJ7Qgtsc8bqA/kVrqqBU' +
    'gD3J0YNqnedWrDn0oLFqm4Y2m1hTy/eiWCSh99tpp4uL7lLw/PYWnIqEWWiYc71zKFqT/3r5fUa1CylJjeM+JwBDNTkmJXuXUMga' +
    'k7RLESFwbn9WXrA24IgpmrrLTgJBhU8N2xCPrBPcJPcKxt+WNmnefH1wszeYtaoyUb/xx8P9roQtEfpVA3gvNbpXAg9RfWZWbb9p' +
    'tiusnUvMOXC+kVjACpovM/xNCVCwgcTYyhMPG/aNuWUJacEPJN1EKTzUlQhJp1WINNvYhHywHsEeJhD4XEdK9vgH4eKTz9I8sBiG' +
    'yQmroPy6vaap91nFN24GvUU9P0lpIJsbzY9WVS/6XcB5+qh6gQAKbvkY3y/k/sg+eQqjQM30n4xk4EPDxMf5UoUeOLFs+cYI0Rbw' +
    'w50i8bvT4bGSjzqlXKE7/uH5OJzYW9am00YyUaqZoOnT6ptSaub13FhOBGm8I1ubvA==',
  'base64',
)

export const knownDatabaseKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
export const knownDatabaseAnswer = 'The known answer, read from an encrypted page.'
