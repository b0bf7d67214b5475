import { useWindowVirtualizer } from '@tanstack/vue-virtual'
import { computed, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue'

/** Above this many rows only those near the window are in the page; the others are two empty rows as high as all of them. */
const MOST_DRAWN = 200
const BESIDE = 12

export interface LongTable<T> {
  /** With their place in the whole table, from 0. */
  readonly drawn: ComputedRef<readonly { readonly row: T; readonly index: number }[]>
  readonly beforePx: ComputedRef<number>
  readonly afterPx: ComputedRef<number>
  /** Takes the element of a drawn row, so that its height is known and not guessed. */
  readonly measure: (element: unknown) => void
}

/** @param body around the rows, for where on the page they begin */
export function useLongTable<T>(rows: Ref<readonly T[]>, body: Ref<HTMLElement | null>, guessPx: number): LongTable<T> {
  const long = computed(() => rows.value.length > MOST_DRAWN)
  const marginPx = ref(0)
  const remember = (): void => {
    if (body.value) marginPx.value = body.value.getBoundingClientRect().top + window.scrollY
  }
  onMounted(remember)
  watch(long, remember, { flush: 'post' })
  const virtualizer = useWindowVirtualizer(
    computed(() => ({ count: rows.value.length, enabled: long.value, estimateSize: () => guessPx, overscan: BESIDE, scrollMargin: marginPx.value })),
  )
  const items = computed(() => (long.value ? virtualizer.value.getVirtualItems() : []))
  return {
    drawn: computed(() =>
      long.value
        ? items.value.flatMap(({ index }) => {
            const row = rows.value[index]
            return row === undefined ? [] : [{ row, index }]
          })
        : rows.value.map((row, index) => ({ row, index })),
    ),
    beforePx: computed(() => (items.value[0]?.start ?? marginPx.value) - marginPx.value),
    afterPx: computed(() => (long.value ? virtualizer.value.getTotalSize() - (items.value.at(-1)?.end ?? marginPx.value) + marginPx.value : 0)),
    measure: (element) => {
      if (long.value && element instanceof HTMLElement) virtualizer.value.measureElement(element)
    },
  }
}
