import { onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'

/** True once something has been going on for 200 ms: what is quick shows no skeleton at all. */
export function useLate(going: MaybeRefOrGetter<boolean>, delayMs = 200): Ref<boolean> {
  const late = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => toValue(going),
    (on) => {
      clearTimeout(timer)
      if (on) timer = setTimeout(() => (late.value = true), delayMs)
      else late.value = false
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return late
}
