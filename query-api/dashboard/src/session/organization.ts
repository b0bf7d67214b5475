import { computed, ref } from 'vue'
import { isAdmin, session } from './session'

/** What an administrator picked; the URL holds it as `?org=`. */
export const pickedOrganization = ref<string | null>(null)

/** The organization on the screen: one's own, or the picked one. */
export const organizationId = computed(() =>
  isAdmin.value ? pickedOrganization.value : (session.who?.organization_id ?? null),
)

/** Only an administrator names the organization; for everyone else the key does. */
export function organizationParameter(): { organization_id?: string } {
  const id = organizationId.value
  return isAdmin.value && id !== null ? { organization_id: id } : {}
}
