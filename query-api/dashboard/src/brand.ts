/** What a reseller changes; the accent lives in styles/tokens.css. */
export const brand = { name: 'Salesbrain' } as const
