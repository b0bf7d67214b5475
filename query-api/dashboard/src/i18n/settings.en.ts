/** The words of the settings. */
export const settingsEn = {
  settings: {
    title: 'Settings',
  },
} as const
