/* The search field of the header leads to the list of indicators where nothing else can be found: behind #, which no server
   ever sees. Where people rate themselves the page forbids all forms to send anything, this one included. */

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.getAttribute('role') !== 'search') return;
  event.preventDefault();
  const address = new URL(form.action);
  const query = form.querySelector('input')?.value.trim();
  address.hash = query ? new URLSearchParams({ q: query }).toString() : '';
  location.assign(address.href);
});

export {};
