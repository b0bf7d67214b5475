import type { Messages } from './en'

export const settingsDe: Pick<Messages, 'settings'> = {
  settings: {
    title: 'Einstellungen',
  },
}
