/* Data that come as scripts. */

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
