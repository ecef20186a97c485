/* A page that only leads on takes along what stands in its own address: which view is asked for, which saved assessment is to be
   opened. Without scripts the page itself leads on, to the same place without these. */

const way = document.querySelector<HTMLAnchorElement>('.lb-forward a[href]');

if (way && (location.search || location.hash)) {
  const to = new URL(way.href);
  to.search ||= location.search;
  to.hash ||= location.hash;
  location.replace(to.href);
}

export {};
