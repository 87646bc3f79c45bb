/**
 * The module that runs in Molweave's workers: nothing to import, everything goes by messages. It is
 * exported so that a build tool or a service worker can name its file.
 */
export {};
