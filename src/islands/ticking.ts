/**
 * Ticks the rows of a list with the box that stands for all that match. Without it the style draws each row as ticked
 * while that box is, and none can be taken out. With it the rows are ticked themselves; unticking one takes the tick
 * from the box for all too, and what the bar counts is the rows of the page that still have theirs.
 */
function rowsOf(list: Element): NodeListOf<HTMLInputElement> {
  return list.querySelectorAll('.tick:not(.tick--all)')
}

function follow(list: Element, all: HTMLInputElement): void {
  for (const row of rowsOf(list)) row.checked = all.checked
}

function allOf(list: Element): HTMLInputElement | null {
  return list.querySelector('.tick--all')
}

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement && target.matches('.tick'))) return
  const list = target.closest('.ticking')
  const all = list === null ? null : allOf(list)
  if (list === null || all === null) return
  if (target === all) follow(list, all)
  else if (!target.checked) all.checked = false
})

// The box may have been ticked before this was here.
for (const list of document.querySelectorAll('.ticking')) {
  const all = allOf(list)
  if (all?.checked === true) follow(list, all)
}
