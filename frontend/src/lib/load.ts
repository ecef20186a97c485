/* Data that come as scripts. */

/** the address of the site's folder, as an element of the page knows it */
export const siteOf = ({ dataset }: HTMLElement): string => (dataset.base || '.').replace(/\/?$/, '/');

/** Loads data by a <script>, as fetch() is not allowed on file://. */
export function load(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(src));
    document.head.append(script);
  });
}
