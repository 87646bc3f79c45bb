// One thing at a time: starting a run ends the one before. Escape and Stop end it within one token.

let controller = null;

/** Starts a run: the signal that tells it to end. */
export function startRun() {
  controller?.abort();
  controller = new AbortController();
  return controller.signal;
}

/** Ends the run that goes on, if any. */
export function stopRun() {
  controller?.abort();
}

/** Waits, or less when the run is ended. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

/** Whether the visitor asked for less movement. */
export function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
