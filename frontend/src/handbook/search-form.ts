/* The search field of the header leads to the index of indicators by its address: where people rate themselves the page
   forbids all forms to send anything, this one included. */

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.getAttribute('role') !== 'search') return;
  event.preventDefault();
  const address = new URL(form.action);
  const field = form.elements.namedItem('q');
  if (field instanceof HTMLInputElement) address.searchParams.set('q', field.value);
  location.assign(address.href);
});

export {};
