/** XML 1.0 knows neither control characters nor half surrogate pairs; Word would refuse the whole file. */
export const writable = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[\ud800-\udfff]/gu, '\ufffd')
