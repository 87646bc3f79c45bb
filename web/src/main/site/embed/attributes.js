// What a link says, as attributes of <mol-weave>, and back.
const CONTROLS = ['temperature', 'prefix', 'validity', 'count', 'seed', 'none'];

/** The attributes of an element that shows these settings of a link, by name. */
export function attributesOf({ model, seed, temperature, topP, prefix, count, validity, controls, language }) {
  const given = { model, seed, temperature, 'top-p': topP, prefix, count, validity, lang: language };
  if (controls !== undefined) {
    const names = controls.filter((name) => CONTROLS.includes(name));
    given.controls = names.length > 0 ? names.join(' ') : 'dream';
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));
}
