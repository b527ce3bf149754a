/**
 * Offers, in a list that depends on another answer of the page, only what goes with it: the provinces of the region
 * chosen. Without it every group stands in the list under its name, the chosen one first, and the server refuses what
 * does not go together. A choice that goes with it no longer is taken back, and saved as any other change.
 */
for (const list of document.querySelectorAll<HTMLSelectElement>('select[data-within]')) {
  const other = list.form?.elements.namedItem(list.dataset.within ?? '')
  if (!(other instanceof HTMLSelectElement)) continue
  const groups = [...list.querySelectorAll('optgroup')]
  /** What stands when the page opens stays, even where the two do not go together: the page says so beside it. */
  const narrow = (kept?: Element | null): void => {
    const before = list.value
    const fitting = groups.filter((group) => group.dataset.of === other.value || group === kept)
    // Hidden options are shown all the same by some phones: those that do not fit are taken out of the list.
    for (const group of groups) group.remove()
    list.append(...(fitting.length > 0 ? fitting : groups))
    list.value = before
    if (list.selectedIndex === -1) list.value = ''
    if (list.value !== before) list.dispatchEvent(new Event('input', { bubbles: true }))
  }
  other.addEventListener('input', () => narrow())
  narrow(other.value === '' ? null : list.selectedOptions[0]?.parentElement)
}
