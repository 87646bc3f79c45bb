// The temperature slider and its value in words.
import { at } from './page.js';
import { say } from './say.js';
import { choose, chosen } from './state.js';

const STEPS = [0, 0.45, 0.85, 1.1, 1.5]; // upper ends of "temperature.0".."temperature.4"

/** Starts listening to the slider. */
export function listenToTemperature() {
  const slider = at('temperature');
  slider.addEventListener('input', () => choose({ temperature: Number(slider.value) }));
}

/** Shows the chosen temperature. */
export function showTemperature() {
  const { temperature } = chosen();
  const step = STEPS.findIndex((end) => temperature <= end);
  const words = say('temperature.value', {
    t: temperature,
    words: say(`temperature.${step < 0 ? STEPS.length : step}`),
  });
  at('temperature').value = String(temperature);
  at('temperature').setAttribute('aria-valuetext', words);
  at('temperature-words').textContent = words;
}
