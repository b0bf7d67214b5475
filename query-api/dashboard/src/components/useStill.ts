import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** True while the mouse is over the element or the keyboard is in it: then nothing in it may move. */
export function useStill(element: Readonly<Ref<HTMLElement | null>>): Ref<boolean> {
  const still = ref(false)
  let over = false
  let focused = false
  const update = (): void => {
    still.value = over || focused
  }
  const enter = (event: PointerEvent): void => {
    // A finger leaves no pointer behind; it would hold the list for ever.
    over = event.pointerType === 'mouse'
    update()
  }
  const leave = (): void => {
    over = false
    update()
  }
  const focusIn = (event: FocusEvent): void => {
    focused = event.target instanceof Element && event.target.matches(':focus-visible')
    update()
  }
  const focusOut = (event: FocusEvent): void => {
    focused = event.relatedTarget instanceof Node && (element.value?.contains(event.relatedTarget) ?? false)
    update()
  }
  const listen = (on: HTMLElement): void => {
    on.addEventListener('pointerenter', enter)
    on.addEventListener('pointerleave', leave)
    on.addEventListener('focusin', focusIn)
    on.addEventListener('focusout', focusOut)
  }
  const forget = (on: HTMLElement): void => {
    on.removeEventListener('pointerenter', enter)
    on.removeEventListener('pointerleave', leave)
    on.removeEventListener('focusin', focusIn)
    on.removeEventListener('focusout', focusOut)
    over = false
    focused = false
    update()
  }
  watch(
    element,
    (next, previous) => {
      if (previous) forget(previous)
      if (next) listen(next)
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => element.value && forget(element.value))
  return still
}
